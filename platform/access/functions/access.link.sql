-- Links records to the child they are of, or takes them out again (a null `shown`). Only partnership says who is who, and
-- only of children its unit was opened to change. Ids that are one child already may be shown by another of them also
-- where the child is adopted or sealed: that joins nobody.
create or replace function access.link(the_tier text, rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  named constant uuid[] := array(select distinct i from jsonb_to_recordset(rows) x(held uuid, shown uuid), unnest(array[x.held, x.shown]) i where i is not null);
  joined constant uuid[] := array(select distinct i from jsonb_to_recordset(rows) x(held uuid, shown uuid), unnest(array[x.held, x.shown]) i
    where x.shown is not null and not exists (select from access.linked(array[x.held]) k where k.held = x.shown));
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not access.may_change('PARTNERSHIP', the_tier, named) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  if exists (select from access.unlinkable(joined)) then
    raise exception 'these children cannot be linked' using errcode = '42501';
  end if;
  -- What hides a child, or was objected to, is of all its records, those that leave it too, until whoever said so lifts it.
  if exists (select from jsonb_to_recordset(rows) x(held uuid, shown uuid) where x.shown is null) then
    insert into access.restriction (child_id, kind, since, until)
      select distinct on (o.held, x.kind) o.held, x.kind, x.since, x.until
      from access.linked(named) k join access.restriction x on x.child_id = k.held cross join lateral access.linked(array[k.held]) o
      order by o.held, x.kind, x.until desc nulls first
    on conflict (child_id, kind) do nothing;
    insert into access.objection (child_id, about, purpose, valid, reference)
      select distinct on (o.held, x.reference) o.held, x.about, x.purpose, x.valid, x.reference
      from access.linked(named) k join access.objection x on x.child_id = k.held cross join lateral access.linked(array[k.held]) o
      order by o.held, x.reference
    on conflict (child_id, reference) do nothing;
  end if;
  delete from access.child_alias a using jsonb_to_recordset(rows) x(held uuid, shown uuid) where a.held = x.held;
  insert into access.child_alias (held, canonical)
    select x.held, x.shown from jsonb_to_recordset(rows) x(held uuid, shown uuid) where x.shown is not null and x.shown <> x.held;
  if exists (select from access.child_alias a join access.child_alias b on b.held = a.canonical
      where a.held = any (named) or a.canonical = any (named)) then
    raise exception 'a link must lead to the id the child is shown by' using errcode = '23514';
  end if;
  -- What this unit reads from now on, it reads as they are linked now.
  perform access.leave_links(access.opened());
end $$;
grant execute on function access.link(text, jsonb) to {{prefix}}_partnership;
