-- The children that keys of other kinds belong to, for access.open, which permits and audits them before any row is read.
create function partnership.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.value_hash, i.child_id from partnership.identifier i where kind = 'identifier' and i.value_hash = any (ids)
  union all
  select a.id::text, a.child_id from partnership.agenda_item a
  where kind = 'agenda-item' and a.id = any (array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
  union all
  select distinct a.school_urn, a.child_id from partnership.agenda_item a
  where kind = 'agenda-of-school' and a.school_urn = any (ids) and a.closed_at is null
$$;
reset role;
alter function partnership.subjects(text, text[]) owner to {{prefix}}_maintain;
revoke execute on function partnership.subjects(text, text[]) from public;
grant execute on function partnership.subjects(text, text[]) to {{prefix}}_access;
set local role {{owner}};
