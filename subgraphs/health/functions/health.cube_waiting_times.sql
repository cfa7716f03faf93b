-- owner: {{prefix}}_maintain
-- True figures of those waiting at the end of a day, as their history has it now: a row a group, in days, percentiles linear
-- between neighbours; and of how many referrals the clock then ran past its limit, whether the child still waited to be seen or
-- not. `question` names the day, what to divide by and the first day of each published band; its answer to a band is the band's
-- place from 1. Where small numbers are to be hidden, also how many children each group of every single dimension has, and of all.
-- Days are read once: they are counted by all that can be asked, which leaves few rows to order and to add up, and children are
-- those waits less the ones by which a child is there again.
create or replace function health.cube_waiting_times(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
set work_mem = '64MB' as $$
declare
  entitled constant text := ctx.entitled('HEALTH', 'waiting_times', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"SERVICE": "service", "STATUS": "status", "PROVIDER": "provider_ods",
    "BAND": "width_bucket(days, $3)::text"}';
  every_dimension constant text := $v$(values ('', ''), ('SERVICE', service), ('STATUS', status), ('PROVIDER', provider_ods),
    ('BAND', width_bucket(days, $3)::text)) d(dimension, value)$v$;
  bands constant int[] := array(select b::int from jsonb_array_elements_text(q -> 'bands') b);
  the_provider constant text := case when entitled = 'OWN_PROVIDER' then coalesce(ctx.claims() ->> 'org', '') end;
  -- Who keeps no list of it is told of a service that is not named outside health that it is one.
  unnamed constant boolean := entitled = 'SUPPRESSED' and exists (select from health.sensitive_service);
  dims text;
begin
  if entitled is null then return; end if;
  select coalesce(string_agg(expressions ->> d.name, ', ' order by d.place), '') into dims
  from jsonb_array_elements_text(q -> 'by') with ordinality d(name, place);
  return query execute format($q$
    with standing as materialized (
      select coalesce(o.child, w.child_id) child, %5$s service, w.status, w.provider_ods, w.waiting, b.breached,
        greatest(0, coalesce(w.ended_on, $1) - w.received_on) days
      from health.wait_interval w
      cross join lateral (
        select w.breached_from is not null and w.breached_from <= $1 and (w.breached_until is null or w.breached_until > $1) breached) b
      left join access.counted_otherwise($1) o on o.id = w.child_id
      where w.held_from <= $1 and coalesce(w.held_until, 'infinity'::date) > $1 and (w.waiting or w.breached_from is not null)
        and (w.waiting or b.breached) and %2$s and (o.id is null or o.child is not null)),
    counted as materialized (
      select service, status, provider_ods, waiting, breached, days, count(*) n from standing group by 1, 2, 3, 4, 5, 6),
    -- The waits of children who have several: one that is a child's second in a group is no child more.
    several as materialized (
      select s.child, s.service, s.status, s.provider_ods, s.days, s.waiting, s.breached, width_bucket(s.days, $3)::text band
      from standing s join (select t.child from standing t group by t.child having count(*) > 1) t on t.child = s.child),
    groups as (
      select array[%1$s]::text[] key, coalesce(sum(n) filter (where waiting), 0) waits, coalesce(sum(n) filter (where breached), 0) breached
      from counted group by (%1$s)),
    repeated as (
      select key, sum(n - 1) n
      from (select child, array[%1$s]::text[] key, count(*) n from several where waiting group by child, array[%1$s]::text[]) k
      group by key),
    placed as (
      select key, days, sum(n) over (partition by key order by days) upto, sum(n) over (partition by key) - 1 last
      from (select array[%1$s]::text[] key, days, sum(n) n from counted where waiting group by %3$s days) w),
    neighbours as (
      select key, p.part * last - floor(p.part * last) beyond, p.part, min(days) filter (where upto > floor(p.part * last)) low,
        min(days) filter (where upto > ceil(p.part * last)) high
      from placed cross join (values (0.5::float8), (0.92::float8)) p(part) group by key, last, p.part),
    lengths as (
      select key, max(low + beyond * (high - low)) filter (where part = 0.5) median,
        max(low + beyond * (high - low)) filter (where part > 0.5) percentile92
      from neighbours group by key)
    select json_build_object('key', g.key, 'children', g.waits - coalesce(r.n, 0), 'waits', g.waits, 'breached', g.breached,
      'median', l.median, 'percentile92', l.percentile92)
    from groups g left join repeated r on r.key = g.key left join lengths l on l.key = g.key
    $q$ || case when entitled = 'SUPPRESSED' then $q$
    union all
    select json_build_object('dimension', c.dimension, 'value', c.value, 'children', c.waits - coalesce(r.waits, 0),
      'breached', c.breached - coalesce(r.breached, 0))
    from (
      select d.dimension, d.value, coalesce(sum(n) filter (where waiting), 0) waits, coalesce(sum(n) filter (where breached), 0) breached
      from counted cross join lateral %4$s group by d.dimension, d.value) c
    left join (
      select case k.by when 15 then '' when 7 then 'SERVICE' when 11 then 'STATUS' when 13 then 'PROVIDER' else 'BAND' end dimension,
        coalesce(k.service, k.status, k.provider_ods, k.band, '') value,
        sum(k.waits - 1) filter (where k.waits > 1) waits, sum(k.breached - 1) filter (where k.breached > 1) breached
      from (
        select grouping(service, status, provider_ods, band) by, service, status, provider_ods, band,
          count(*) filter (where waiting) waits, count(*) filter (where breached) breached
        from several
        group by grouping sets ((child), (child, service), (child, status), (child, provider_ods), (child, band))) k
      group by 1, 2) r on r.dimension = c.dimension and r.value = c.value
    $q$ else '' end, dims, case when the_provider is null then 'not w.confidential' else 'w.provider_ods = $2' end,
    case when dims = '' then '' else dims || ',' end, every_dimension,
    case when unnamed then $s$case when exists (select from health.sensitive_service s
      where s.service = w.service and coalesce(s.provider_ods, w.provider_ods) = w.provider_ods
        and (s.held_until is null or (s.held_until > s.held_from and w.received_on < s.held_until)))
      then 'HEALTH_SERVICE' else w.service end$s$ else 'w.service' end)
  using (q ->> 'asAt')::date, the_provider, bands;
  return query select json_build_object('provider', p.ods_code, 'name', p.name) from health.provider p order by p.ods_code collate "C";
  if unnamed then return query select json_build_object('unnamed', true); end if;
end $$;
grant execute on function health.cube_waiting_times(text) to {{prefix}}_health;
