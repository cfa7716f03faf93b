-- Where a child stands on a school's roll, as a text that sorts by family name, then given name, then the hub's own id: capitals and
-- accents aside, and those without a name last. It names the child: no client is handed it.
create or replace function partnership.place_on_roll(family text, given text, id uuid) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(nullif(lower(regexp_replace(normalize(concat_ws(' ', family, given), NFD), '[\u0300-\u036f]', '', 'g')), ''), U&'\FFFF')
    || ' ' || id
$$;
grant execute on function partnership.place_on_roll(text, text, uuid) to {{prefix}}_maintain;
