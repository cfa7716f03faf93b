-- owner: {{prefix}}_maintain
-- The weeks of some schools, each by its Monday: the days, a bit a day from Monday on, on which the school was, or is expected to be,
-- open, those of which it is not known, and how many days before the week were open, a thousand more for each that is not known. As
-- the rules of school days (platform/code-sets/school-days.ts) and of expected ones (suspension/expected-days.ts) have it, with
-- which it is compared: what a calendar says, else the days marked between the first and the last that were, else, of the last
-- seven days and of those to come, every weekday that is no bank holiday. Open days that follow on one another have places (`before`
-- and how many of the week's own) that do; beyond a day that is not known nothing is counted on, and places leave a gap.
create or replace function education.weeks_of_schools(urns text[], the_from date, the_to date, holidays date[])
returns table (urn text, monday date, open int, unknown int, before int)
language sql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
  with marked as materialized (
    select t.urn, (array_agg(t.week_beginning + b.first order by t.week_beginning))[1] since,
      (array_agg(t.week_beginning + b.last order by t.week_beginning desc))[1] until
    from education.school_week_total t
    cross join lateral (
      select coalesce(min(d), 0) first, coalesce(max(d), 4) last from generate_series(0, 4) d where t.school_days & (1 << d) <> 0) b
    where t.urn = any (urns) group by t.urn),
  -- 1 January 1900 was a Monday.
  each_week as materialized (
    select g.monday, 31 & (-1 << least(5, greatest(0, (select ctx.today()) - 7 - g.monday))) expected, (
        select coalesce(bit_or(1 << (h.day - g.monday)), 0) from unnest(holidays) h(day)
        where h.day between g.monday and g.monday + 4) holiday
    from (
      select the_from - (the_from - date '1900-01-01') % 7 + 7 * n monday
      from generate_series(0, (the_to - the_from) / 7 + 1) n) g),
  week as materialized (
    select u.urn, w.monday,
      (k.told & coalesce(c.open_days::int, 0))
        | ((31 - k.told) & ((k.marked & coalesce(t.school_days::int, 0)) | ((31 - k.marked) & w.expected & (31 - w.holiday)))) open,
      (31 - k.told) & (31 - k.marked) & (31 - w.expected) unknown
    from (select distinct u urn from unnest(urns) u) u
    cross join each_week w
    left join education.calendar_week c on c.urn = u.urn and c.week_beginning = w.monday
    left join education.school_week_total t on t.urn = u.urn and t.week_beginning = w.monday
    left join marked m on m.urn = u.urn
    cross join lateral (
      select 31 & coalesce(c.calendar_days::int, 0) told,
        coalesce(31 & (-1 << least(5, greatest(0, m.since - w.monday)))
          & ((1 << least(5, greatest(0, m.until + 1 - w.monday))) - 1), 0) marked) k)
  select w.urn, w.monday, w.open, w.unknown,
    coalesce(sum((bit_count(w.open::bit(8)) + 1000 * bit_count(w.unknown::bit(8)))::int)
      over (partition by w.urn order by w.monday rows between unbounded preceding and 1 preceding), 0)::int
  from week w
$$;
