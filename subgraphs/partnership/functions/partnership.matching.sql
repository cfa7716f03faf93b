-- owner: {{prefix}}_maintain
-- How well each child of a circle agrees with what is sought: of those named, and of those who live in these areas.
-- A term is worth its weight, of one part (family, given, born) the best alone. The family name must agree in some way;
-- where a given name is sought too, that or the date of birth as well.
create or replace function partnership.matching(circle uuid[], areas text[], terms jsonb) returns table (child_id uuid, score int)
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
grant execute on function partnership.matching(uuid[], text[], jsonb) to {{prefix}}_access;
