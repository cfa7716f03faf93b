-- What a source asked to be deleted stays with nobody: no feed reads what other domains hold under the record's id,
-- and no relationship leads to it again, whichever fact it would follow from.
create table if not exists access.forgotten (child_id uuid primary key);
alter table access.forgotten enable row level security;
alter table access.forgotten force row level security;
drop policy if exists decides on access.forgotten;
create policy decides on access.forgotten to {{prefix}}_access using (true) with check (true);

-- A record its source asked to be deleted is nobody's any more: whoever was connected to it is not, for good.
create or replace function access.forget(the_tier text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not coalesce((ctx.claims() ->> 'system')::boolean, false) or not access.may_change('PARTNERSHIP', the_tier, ids) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  delete from access.relationship re where re.child_id = any (ids);
  insert into access.forgotten select unnest(ids) on conflict do nothing;
end $$;

-- As before; what is forgotten a system may only write: the copies of it are still to go.
create or replace function access.decide_system(c jsonb, requests jsonb) returns table (
  n bigint, request jsonb, subjects jsonb, asked uuid[], permitted uuid[], verdicts jsonb, bases text[], version text, decision text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from jsonb_array_elements(requests) r
      where not (c -> 'operations') ?
        (concat_ws(':', r ->> 'holder', r ->> 'operation', case when r ->> 'act' = 'WRITE' then 'WRITE' end)))
    or exists (select from jsonb_array_elements(requests) r where jsonb_array_length(r -> 'keys') > 1000) then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  return query
    select x.n, x.r, k.subjects, k.asked,
      (select coalesce(array_agg(distinct h.held), '{}') from ctx.keys(k.asked) h
        where x.r ->> 'act' = 'WRITE' or not exists (select from access.forgotten f where f.child_id = h.held)),
      (select coalesce(jsonb_agg(jsonb_build_array(i, 'FULL', 'SYSTEM')), '[]') from unnest(k.asked) i),
      array['SYSTEM'], 'system'::text, 'SYSTEM'::text
    from jsonb_array_elements(requests) with ordinality x(r, n)
    join access.domain d on d.domain = x.r ->> 'holder'
    cross join lateral access.children_of(c, '{}', x.r, d.schema_name) k
    order by x.n;
end $$;

-- As before, but for what is forgotten.
create or replace function access.relate(the_domain text, the_tier text, rows jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  changed int;
begin
  if not exists (select from access.domain d where d.domain = the_domain and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or exists (
      select from jsonb_to_recordset(rows) x(basis text, grantee text)
      left join access.basis b on b.domain = the_domain and b.basis = x.basis
      where b.basis is null or x.grantee !~ b.grantee_shape
        -- A person's act relates a child to their own organisation or team, never to somebody of their choosing.
        or not ((c ->> 'system')::boolean or (b.by_person and (x.grantee = any (access.grantees(c))
          or (x.grantee = 'team:tas:' || (c ->> 'org')
            and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead')))))
        -- Reviewers are shown a child by reviewers alone.
        or (x.basis = 'MATCH_REVIEW' and not (c ->> 'system')::boolean
          and (c ->> 'role', c ->> 'purpose', the_tier) <> ('match-reviewer', 'MATCHING', 'T3'))) then
    raise exception 'not a basis of this domain' using errcode = '42501';
  end if;
  if not access.may_change(the_domain, the_tier, array(select distinct child_id from jsonb_to_recordset(rows) x(child_id uuid))) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  with given as (
    select distinct on (child_id, grantee, basis, reference) *
    from jsonb_to_recordset(rows) x(child_id uuid, grantee text, basis text, reference text, "from" timestamptz, until timestamptz)
    where not exists (select from access.forgotten f where f.child_id = x.child_id)
    order by child_id, grantee, basis, reference),
  gone as (
    delete from access.relationship re using given g
    where re.child_id = g.child_id and re.grantee = g.grantee and re.basis = g.basis and re.reference = g.reference
      and isempty(tstzrange(g."from", g.until)) returning 1),
  kept as (
    insert into access.relationship as re (child_id, grantee, basis, reference, valid)
    select child_id, grantee, basis, reference, tstzrange("from", until) from given where not isempty(tstzrange("from", until))
    on conflict (child_id, grantee, basis, reference) do update set valid = excluded.valid where re.valid <> excluded.valid
    returning 1)
  select (select count(*) from gone) + (select count(*) from kept) into changed;
  return changed;
end $$;

revoke execute on function access.forget(text, uuid[]) from public;
grant execute on function access.forget(text, uuid[]) to {{prefix}}_partnership;
