-- Where a change stands in a list of changes, as a text that sorts the latest first. Names nobody.
create or replace function partnership.place_of_change(at timestamptz, id uuid) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select to_char(9999999999999 - floor(extract(epoch from at) * 1000), 'FM0000000000000') || '.' || id
$$;
grant execute on function partnership.place_of_change(timestamptz, uuid) to {{prefix}}_partnership, {{prefix}}_maintain;
