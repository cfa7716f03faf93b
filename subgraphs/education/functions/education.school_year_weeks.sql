-- owner: {{prefix}}_maintain
-- The weeks of one school from `since` on, in the academic year that begins on a day, counted from the marks that stand
-- now. `codes` are the letters of a packed week (platform/code-sets/marks.ts) that are attended, authorised and unauthorised absence.
-- An enrolment is an unbroken time on the roll, as all of the child's records tell; a school known by its registers alone
-- has said no bounds. A mark outside counts for nobody. Two records that are one child's are one pupil: a session that both
-- marked counts once, attendance before absence. A record that its source deleted is nobody's. A week belongs to the year of its Friday; to date, days before
-- 1 September are left out.
-- Of the weeks before `since` only the sums to date are wanted: most are whole weeks of pupils with one time on the roll,
-- whose marks are counted as one text. Written so that no two of its parts are joined by child: planned once for any
-- school, the planner knows of no sizes.
create or replace function education.school_year_weeks(the_urn text, begins date, since date, codes text[])
returns table (week_beginning date, pupils int, possible int, attended int, authorised int, unauthorised int,
  persistent_to_date int, severe_to_date int, school_days smallint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with known as (
    select e.id, s.shown as child, count(*) over (partition by s.shown) spells, coalesce(
      range_agg(daterange(e.entry_on, e.until_on)) filter (where e.status <> 'UNKNOWN') over (partition by s.shown),
      datemultirange(daterange(null, null))) held
    from education.enrolment e
    join access.shown(array(select distinct o.child_id from education.enrolment o where o.urn = the_urn)) s on s.held = e.child_id
    where e.urn = the_urn and e.child_id <> all (array(
      select access.gone(array(select o.child_id from education.enrolment o where o.urn = the_urn))))),
  roll as materialized (select k.*, k.spells = 1 and k.held = datemultirange(range_merge(k.held)) plain from known k),
  register as materialized (
    select r.child, r.held, k.week, array_agg(convert_from(w.marks, 'LATIN1')) given
    from roll r
    join education.attendance_week w on w.enrolment_id = r.id
    cross join lateral (select case when not (r.plain and w.week_beginning >= begins and w.week_beginning < since
      and r.held @> daterange(w.week_beginning, w.week_beginning + 5)) then w.week_beginning end week) k
    where w.week_beginning > begins - 5 and w.week_beginning < begins + interval '1 year' - interval '4 days'
    group by r.child, r.held, k.week),
  before as materialized (
    select r.child, lower(r.held) entry, array_to_string(r.given, '') marks from register r where r.week is null),
  counted as materialized (
    select g.child, lower(days) entry, g.week, case when days @> daterange(g.week, g.week + 5) then o.marks else (
        select string_agg(case when days @> g.week + d then substr(o.marks, 2 * d + 1, 2) else '..' end, '' order by d)
        from generate_series(0, 4) d) end marks
    from register g
    cross join lateral (select case when cardinality(g.given) = 1 then g.given[1] else (
        select string_agg((
            select c from unnest(g.given) t cross join substr(t, slot, 1) c
            order by case when strpos(codes[1], c) > 0 then 1 when strpos(codes[2], c) > 0 then 2
              when strpos(codes[3], c) > 0 then 3 when c not in ('#', '.') then 4 when c = '#' then 5 else 6 end
            limit 1), '' order by slot)
        from generate_series(1, 10) slot) end marks) o
    cross join unnest(g.held) days
    where g.week is not null and days && daterange(g.week, g.week + 5)),
  figures as materialized (
    select c.child, c.entry, c.week, translate(c.marks, '#', '.') marks,
      10 - length(translate(c.marks, codes[1], '')) attended, 10 - length(translate(c.marks, codes[2], '')) authorised,
      10 - length(translate(c.marks, codes[3], '')) unauthorised, case when c.week < begins then 2 * (begins - c.week) else 0 end early
    from counted c
    union all
    select b.child, b.entry, since - 7, '', length(b.marks) - length(translate(b.marks, codes[1], '')),
      length(b.marks) - length(translate(b.marks, codes[2] || codes[3], '')), 0, 0
    from before b),
  to_date as materialized (
    select f.*, sum(f.attended + f.authorised + f.unauthorised - b.attended - b.absent) over own possible_to_date,
      sum(f.authorised + f.unauthorised - b.absent) over own absent_to_date
    from figures f
    cross join lateral (select case when f.early = 0 then 0 else f.early - length(translate(left(f.marks, f.early), codes[1], '')) end attended,
      case when f.early = 0 then 0 else f.early - length(translate(left(f.marks, f.early), codes[2] || codes[3], '')) end absent) b
    window own as (partition by f.child, f.entry order by f.week)),
  flagged as (
    select t.*, (t.possible_to_date > 0 and 10 * t.absent_to_date >= t.possible_to_date)::int persistent,
      (t.possible_to_date > 0 and 2 * t.absent_to_date >= t.possible_to_date)::int severe
    from to_date t),
  stepped as (
    select f.*, f.persistent - lag(f.persistent, 1, 0) over own persistent_step, f.severe - lag(f.severe, 1, 0) over own severe_step
    from flagged f window own as (partition by f.child, f.entry order by f.week)),
  weeks as (
    select s.week, count(*) filter (where s.attended + s.authorised + s.unauthorised > 0) pupils,
      sum(s.attended) attended, sum(s.authorised) authorised, sum(s.unauthorised) unauthorised,
      sum(s.persistent_step) persistent_step, sum(s.severe_step) severe_step,
      bit_or((substr(s.marks, 1, 2) <> '..')::int + (substr(s.marks, 3, 2) <> '..')::int * 2
        + (substr(s.marks, 5, 2) <> '..')::int * 4 + (substr(s.marks, 7, 2) <> '..')::int * 8
        + (substr(s.marks, 9, 2) <> '..')::int * 16) school_days
    from stepped s group by s.week)
  select t.* from (select w.week, w.pupils::int, (w.attended + w.authorised + w.unauthorised)::int, w.attended::int, w.authorised::int,
    w.unauthorised::int, (sum(w.persistent_step) over (order by w.week))::int, (sum(w.severe_step) over (order by w.week))::int,
    w.school_days::smallint
  from weeks w) t
  where t.week >= since
$$;
