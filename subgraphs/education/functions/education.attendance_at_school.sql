-- owner: {{prefix}}_maintain
-- The sessions of one school's pupils between two days, both inclusive: a row for each of whom a mark counts. By enrolment an unbroken time on
-- the roll is one, counted from the school's own register. By child a child is one, all of whose registers are taken as one:
-- a session counts once, at the school whose mark prevails (attended, authorised, unauthorised, then what was not possible;
-- between equals the main school's, then the lower URN). A mark counts on days on its school's roll, as all of the child's
-- records tell; a school known by its registers alone has said no bounds. `codes` are the letters of a packed week that are
-- attended, authorised and unauthorised absence. Registers of a child at one school alone, which are nearly all, are counted
-- as text. A record that its source deleted is nobody's.
create or replace function education.attendance_at_school(the_urn text, the_from date, the_to date, by_child boolean, codes text[])
returns table (attended int, absent int)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with pupil as materialized (
    select distinct s.shown child
    from access.shown(array(select distinct o.child_id from education.enrolment o where o.urn = the_urn)) s
    where s.held <> all (array(
      select access.gone(array(select o.child_id from education.enrolment o where o.urn = the_urn))))),
  roll as materialized (
    select e.id, k.asked child, e.urn, e.status in ('CURRENT', 'CURRENT_MAIN') main, e.entry_on, e.until_on,
      count(*) over (partition by k.asked, e.urn) spells, count(*) over (partition by k.asked) rolls,
      coalesce(range_agg(daterange(e.entry_on, e.until_on)) filter (where e.status <> 'UNKNOWN') over (partition by k.asked, e.urn),
        datemultirange(daterange(null, null))) held
    from access.linked(array(select p.child from pupil p)) k
    join education.enrolment e on e.child_id = k.held
    where e.urn = the_urn or by_child),
  register as materialized (
    select r.child, r.urn, r.held, w.week_beginning week, convert_from(w.marks, 'LATIN1') marks,
      case when by_child then r.rolls else r.spells end = 1 alone,
      r.held @> daterange(w.week_beginning, w.week_beginning + 5) and w.week_beginning >= the_from and w.week_beginning + 4 <= the_to whole
    from roll r join education.attendance_week w on w.enrolment_id = r.id
    where w.week_beginning > the_from - 7 and w.week_beginning <= the_to),
  text_of as (
    select g.child, lower(g.held) since, string_agg(case when g.whole then g.marks else (
        select string_agg(case when g.held @> g.week + d and g.week + d between the_from and the_to then substr(g.marks, 2 * d + 1, 2) else '' end, '')
        from generate_series(0, 4) d) end, '') marks
    from register g where g.alone group by g.child, g.held),
  mark as materialized (
    select g.child, g.urn, g.held, g.week + slot / 2 as day, slot % 2 half, substr(g.marks, slot + 1, 1) code
    from register g cross join generate_series(0, 9) slot
    where not g.alone and substr(g.marks, slot + 1, 1) <> '.' and g.week + slot / 2 between the_from and the_to
      and g.held @> g.week + slot / 2),
  session as (
    select distinct on (m.child, m.day, m.half) m.child, m.urn, m.held, m.day, m.code
    from mark m
    order by m.child, m.day, m.half,
      case when strpos(codes[1], m.code) > 0 then 1 when strpos(codes[2], m.code) > 0 then 2
        when strpos(codes[3], m.code) > 0 then 3 when m.code in ('#', 'Z') then 5 else 4 end,
      not exists (
        select from roll r where r.child = m.child and r.urn = m.urn and r.main and r.entry_on <= m.day
          and (r.until_on is null or m.day < r.until_on)), m.urn),
  counted as (
    select t.child, t.since, length(t.marks) - length(translate(t.marks, codes[1], '')) attended,
      length(t.marks) - length(translate(t.marks, codes[2] || codes[3], '')) absent
    from text_of t
    union all
    select s.child, case when not by_child then (select lower(one) from unnest(s.held) one where one @> s.day) end,
      (strpos(codes[1], s.code) > 0)::int, (strpos(codes[2] || codes[3], s.code) > 0)::int
    from session s where s.urn = the_urn)
  select sum(c.attended)::int, sum(c.absent)::int from counted c group by c.child, c.since
$$;
