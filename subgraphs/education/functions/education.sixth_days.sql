-- owner: {{prefix}}_maintain
-- What is owed to children from the sixth consecutive school day of suspension, by the school, and from the sixth school day
-- of a permanent exclusion, by the council ('COUNCIL'), of which that day lies in a period: a row a duty. None to who has died
-- by today, or is past compulsory school age. A second time the rules of suspension/sixth-day.ts and compulsory-schooling.ts, with which they are
-- compared.
create or replace function education.sixth_days(the_from date, the_to date, holidays date[], the_school text default null)
returns table (child uuid, urn text, duty_of text, due_on date, in_place_on date)
language sql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
  with laid as materialized (select * from education.laid_suspensions(the_from, the_to, holidays, the_school)),
  otherwise as materialized (select * from access.counted_otherwise(ctx.today())),
  runs as (
    select l.child, l.urn, unnest(range_agg(l.days)) run from laid l where not isempty(l.days) group by l.child, l.urn),
  owed as materialized (
    select r.child, r.urn, r.urn duty_of, lower(r.run) + 5 place, (
        select min(l.provision_on) from laid l where l.child = r.child and l.urn = r.urn and l.days && r.run) in_place_on
    from runs r where upper(r.run) - lower(r.run) >= 6
    union all
    select l.child, l.urn, 'COUNCIL', l.first_place + 5, l.provision_on
    from laid l where l.category = 'PERMANENT' and not l.cancelled and l.first_place + 5 <= l.last_place),
  -- As they were laid: places are counted from the same day on.
  week as materialized (
    select * from education.weeks_of_schools(array(select distinct o.urn from owed o), the_from - 366, least(the_to, ctx.today()) + 250, holidays)),
  due as materialized (
    select o.*, w.monday + d.n due_on
    from owed o
    join week w on w.urn = o.urn and o.place > w.before and o.place <= w.before + 5 + 1000 * bit_count(w.unknown::bit(8))
    cross join lateral (select n, (2 << n) - 1 past from generate_series(0, 4) n) d
    where w.open & (1 << d.n) <> 0
      and o.place = w.before + bit_count((w.open & d.past)::bit(8)) + 1000 * bit_count((w.unknown & d.past)::bit(8))
      and w.monday + d.n between the_from and the_to and not exists (select from otherwise t where t.id = o.child and t.child is null)),
  roll as materialized (
    select coalesce(o.child, e.child_id) child, e.urn, e.year_group, e.entry_on, e.until_on, e.status, e.recorded_at,
      least((e.recorded_at at time zone 'UTC')::date, ctx.today(), e.until_on) as_of
    from education.enrolment e left join otherwise o on o.id = e.child_id
    where (coalesce(o.child, e.child_id), e.urn) in (select d.child, d.urn from due d))
  select d.child, d.urn, d.duty_of, d.due_on, d.in_place_on
  from due d
  left join lateral (
    select r.year_group, r.as_of from roll r
    where r.child = d.child and r.urn = d.urn and r.entry_on <= d.due_on and (r.until_on is null or d.due_on < r.until_on)
    order by (r.status = 'UNKNOWN'), r.recorded_at desc, r.entry_on limit 1) r on true
  cross join lateral (
    select extract(year from d.due_on - interval '8 months')::int began,
      extract(year from r.as_of - interval '8 months')::int as_of_began) y
  cross join lateral (
    select case when r.year_group ~ '^\d+$' then r.year_group::int - (y.as_of_began - y.began) end year_group,
      make_date(y.began + 1, 6, 30) - (extract(isodow from make_date(y.began + 1, 6, 30))::int + 2) % 7 leaving_on) g
  where g.year_group is null or g.year_group < 11 or (g.year_group = 11 and d.due_on <= g.leaving_on)
$$;
