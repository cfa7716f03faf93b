-- Finding a child by name among those one may see, and the alert that is raised when somebody takes a case on.

-- What a child may be found by, under each of its ids: hashes of names as they are compared, and of the date of birth.
create table partnership.search_entry (
  child_id uuid primary key,
  keys bigint[] not null,
  -- Whose area the child lives in (org:<council code>); null where not known.
  area text
);
select access.secure('partnership.search_entry', 'PARTNERSHIP', 'PARTNERSHIP', 'T1', 'select, insert, update');

-- Keys that are one area's alone: a search of one area touches no entry of another's.
create function partnership.in_area(area text, keys bigint[]) returns bigint[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array(select hashint8extended(k, hashtextextended(area, 0)) from unnest(keys) k)
$$;
-- New entries wait in a list that every search would read: `settle_search` empties it with each batch.
create index search_entry_in_area on partnership.search_entry using gin (partnership.in_area(area, keys))
  where area is not null;

create function partnership.settle_search() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select gin_clean_pending_list('partnership.search_entry_in_area')
$$;

-- How well each child of a circle agrees with what is sought: of those named, and of those who live in these areas.
-- A term is worth its weight, of one part (family, given, born) the best alone. The family name must agree in some way;
-- where a given name is sought too, that or the date of birth as well.
create function partnership.matching(circle uuid[], areas text[], terms jsonb) returns table (child_id uuid, score int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  family bigint[];
  besides bigint[];
  by_given boolean;
begin
  select array_agg(t.key) filter (where t.part = 'family'), array_agg(t.key) filter (where t.part <> 'family'),
      bool_or(t.part = 'given')
    into family, besides, by_given from jsonb_to_recordset(terms) t(part text, key bigint);
  return query
    with term as materialized (
      select t.part, t.key, max(t.weight) weight from jsonb_to_recordset(terms) t(part text, key bigint, weight int) group by 1, 2),
    near as materialized (
      select e.child_id, e.keys from partnership.search_entry e
      where e.child_id = any (circle) and e.keys && family and (not by_given or e.keys && besides)
      union all
      select e.child_id, e.keys from unnest(areas) a join partnership.search_entry e on e.area is not null
        and partnership.in_area(e.area, e.keys) && partnership.in_area(a, family)
      where not by_given
      union all
      select e.child_id, e.keys from unnest(areas) a join partnership.search_entry e on e.area is not null
        and partnership.in_area(e.area, e.keys) && partnership.in_area(a, family)
        and partnership.in_area(e.area, e.keys) && partnership.in_area(a, besides)
      where by_given),
    agreed as (
      select n.child_id, t.part, max(t.weight) weight
      from near n cross join lateral unnest(n.keys) k(key) join term t using (key) group by 1, 2)
    select a.child_id, sum(a.weight)::int from agreed a group by 1;
end $$;

-- The child who is known by a number and, in one of its records, has this date of birth; none where several children
-- are known by the number. `asked` are those who are, as they are shown.
create function partnership.claimable(number_hash text, born date, out asked uuid[], out child uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  asked := array(select distinct w.shown from access.shown(array(
    select i.child_id from partnership.identifier i where i.value_hash = number_hash)) w);
  select asked[1] into child
    where exists (select from ctx.keys(asked) k join partnership.source_record r on r.child_id = k.held
        where r.date_of_birth = born and r.deleted_on is null)
      and cardinality(asked) = 1;
end $$;

-- What somebody responsible is to look at: raised by the database itself, in the act it is about.
create table partnership.alert (
  id uuid primary key,
  child_id uuid not null,
  kind text not null check (kind in ('SELF_CLAIMED')),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  actor_name text,
  role text not null,
  organisation text,
  -- In the actor's own words.
  reason text not null
);
create index alert_child on partnership.alert (child_id);
select access.secure('partnership.alert', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select');
create policy raises on partnership.alert for insert to {{prefix}}_access with check (true);
grant insert on partnership.alert to {{prefix}}_access;

revoke execute on function partnership.in_area(text, bigint[]), partnership.settle_search(),
  partnership.matching(uuid[], text[], jsonb), partnership.claimable(text, date) from public;
grant execute on function partnership.in_area(text, bigint[]) to {{prefix}}_partnership, {{prefix}}_maintain;
grant execute on function partnership.settle_search() to {{prefix}}_partnership;
reset role;
alter function partnership.matching(uuid[], text[], jsonb) owner to {{prefix}}_maintain;
alter function partnership.claimable(text, date) owner to {{prefix}}_maintain;
grant execute on function partnership.matching(uuid[], text[], jsonb), partnership.claimable(text, date) to {{prefix}}_access;
set local role {{owner}};
