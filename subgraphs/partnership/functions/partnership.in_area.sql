-- Keys that are one area's alone: a search of one area touches no entry of another's. An index rests on it: whoever changes
-- what it answers builds partnership.search_entry_in_area anew in a migration.
create or replace function partnership.in_area(area text, keys bigint[]) returns bigint[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array(select hashint8extended(k, hashtextextended(area, 0)) from unnest(keys) k)
$$;
grant execute on function partnership.in_area(text, bigint[]) to {{prefix}}_partnership, {{prefix}}_maintain;
