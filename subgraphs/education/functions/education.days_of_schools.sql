-- owner: {{prefix}}_maintain
-- The days of some schools, each with whether the school was, or is expected to be, open on it, and its place among the open
-- ones: open days that follow on one another have places that do. null where it is not known, as the rules of school days
-- (platform/code-sets/school-days.ts) and of expected ones (suspension/expected-days.ts) have it: what a calendar says, else the days
-- marked between the first and the last that were, else, of the last seven days and of those to come, every weekday that is no
-- bank holiday. Beyond a day that is not known nothing is counted on: it makes a new stretch, and places leave a gap.
create or replace function education.days_of_schools(urns text[], the_from date, the_to date, holidays date[])
returns table (urn text, day date, open boolean, place int, stretch int)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with marked as materialized (
    select t.urn, (array_agg(t.week_beginning + b.first order by t.week_beginning))[1] since,
      (array_agg(t.week_beginning + b.last order by t.week_beginning desc))[1] until
    from education.school_week_total t
    cross join lateral (
      select coalesce(min(d), 0) first, coalesce(max(d), 4) last from generate_series(0, 4) d where t.school_days & (1 << d) <> 0) b
    where t.urn = any (urns) group by t.urn),
  told as materialized (
    select s.urn, d.day, case
      when d.weekday > 4 then false
      when c.calendar_days & (1 << d.weekday) <> 0 then c.open_days & (1 << d.weekday) <> 0
      when d.day between m.since and m.until then coalesce(t.school_days, 0) & (1 << d.weekday) <> 0
      when d.day >= ctx.today() - 7 then d.day <> all (holidays) end open
    from (select distinct u urn from unnest(urns) u) s
    cross join (
      select g::date as day, extract(isodow from g)::int - 1 weekday from generate_series(the_from::timestamp, the_to, '1 day') g) d
    left join education.calendar_week c on c.urn = s.urn and c.week_beginning = d.day - d.weekday
    left join education.school_week_total t on t.urn = s.urn and t.week_beginning = d.day - d.weekday
    left join marked m on m.urn = s.urn)
  select t.urn, t.day, t.open,
    (sum(case when t.open then 1 when t.open is null then 1000 else 0 end) over up_to)::int,
    (count(*) filter (where t.open is null) over up_to)::int
  from told t window up_to as (partition by t.urn order by t.day)
$$;
