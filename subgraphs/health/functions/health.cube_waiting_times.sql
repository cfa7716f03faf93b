-- owner: {{prefix}}_maintain
-- True figures of those waiting at the end of a day: a row a group, in days, percentiles linear between neighbours. `question`
-- names the day, what to divide by and the first day of each published band; its answer to a band is the band's place from 1.
-- Where small numbers are to be hidden, also how many children each group of every single dimension has, and of all.
create or replace function health.cube_waiting_times(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  entitled constant text := ctx.entitled('HEALTH', 'waiting_times', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"SERVICE": "service", "STATUS": "status", "PROVIDER": "provider_ods",
    "BAND": "width_bucket(days, $3)::text"}';
  bands constant int[] := array(select b::int from jsonb_array_elements_text(q -> 'bands') b);
  the_provider constant text := case when entitled = 'OWN_PROVIDER' then coalesce(ctx.claims() ->> 'org', '') end;
  dims text;
begin
  if entitled is null then return; end if;
  select string_agg(expressions ->> d.name, ', ' order by d.place) into dims
  from jsonb_array_elements_text(q -> 'by') with ordinality d(name, place);
  return query execute format($q$
    select json_build_object('key', g.key, 'children', g.children, 'waits', g.waits, 'median', g.days[1], 'percentile92', g.days[2])
    from (
      select array[%1$s]::text[] key, count(distinct child)::int children, count(*)::int waits,
        percentile_cont(array[0.5, 0.92]) within group (order by days) days
      from health.waits_on($1, $2) group by (%1$s)) g
    order by g.key collate "C"
    $q$, coalesce(dims, ''))
  using (q ->> 'asAt')::date, the_provider, bands;
  if entitled = 'SUPPRESSED' then
    return query
      select json_build_object('dimension', d.dimension, 'value', d.value, 'children', count(distinct w.child)::int)
      from health.waits_on((q ->> 'asAt')::date, null) w
      cross join lateral (values ('', ''), ('SERVICE', w.service), ('STATUS', w.status), ('PROVIDER', w.provider_ods),
        ('BAND', width_bucket(w.days, bands)::text)) d(dimension, value)
      group by d.dimension, d.value;
  end if;
  return query select json_build_object('provider', p.ods_code, 'name', p.name) from health.provider p order by p.ods_code collate "C";
end $$;
grant execute on function health.cube_waiting_times(text) to {{prefix}}_health;
