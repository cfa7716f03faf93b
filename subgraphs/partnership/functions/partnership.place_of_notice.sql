-- Where a notice stands in an inbox: in the order of these texts, the latest last. It ends with the notice's id.
create or replace function partnership.place_of_notice(raised_at timestamptz, id uuid) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '|' || id
$$;
grant execute on function partnership.place_of_notice(timestamptz, uuid) to {{prefix}}_partnership, {{prefix}}_maintain;
