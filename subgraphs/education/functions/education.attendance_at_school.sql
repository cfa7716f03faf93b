-- owner: {{prefix}}_maintain
-- The sessions of one school's pupils between two days, both inclusive: a row for each of whom a mark counts. By enrolment an
-- unbroken time on the roll is one, counted from the school's own register. By child a child is one, all of whose registers are
-- taken as one: a session counts once, at the school whose mark prevails. A mark counts on days on its school's roll, as all of the
-- child's records tell; a school known by its registers alone has said no bounds. A record that its source deleted is nobody's.
-- Counted from what is kept of each school year. Nearly everybody has one time on the school's roll, and most of them all of the days
-- asked for: they are counted without being put together. Where two records of a child have a session at the school, it is attended if
-- either says so, else absent if either does, which is what prevails; where another school has the session too, the weeks are read.
create or replace function education.attendance_at_school(the_urn text, the_from date, the_to date, by_child boolean)
returns table (attended int, absent int)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  until constant date := the_to + 1;
  first_weeks constant date[] := array(
    select distinct education.first_week_of(week::date)
    from generate_series((the_from - (extract(isodow from the_from)::int - 1))::timestamp, the_to, '1 week') week);
  asked constant bit(530)[] := array(
    select education.sessions_between(the_from, until, f.first_week) from unnest(first_weeks) with ordinality f(first_week, at) order by f.at);
  roll uuid[];
  twice uuid[];
  gone uuid[];
  records uuid[];
  elsewhere uuid[];
  again uuid[];
begin
  select array_agg(r.child_id), coalesce(array_agg(r.child_id) filter (where r.times > 1), '{}') into roll, twice
  from (select e.child_id, count(*) times from education.enrolment e where e.urn = the_urn group by e.child_id) r;
  gone := array(select access.gone(roll));
  records := case when gone = '{}' then roll else array(select unnest(roll) except select unnest(gone)) end;
  elsewhere := case when by_child then education.marked_elsewhere(the_urn, records, first_weeks) else '{}' end;
  -- Whoever is one record of two, wherever the other is: of one alone the second question counts what the first would.
  again := twice || array(select unnest(array[s.held, s.shown]) from access.shown(records) s where s.held <> s.shown);
  return query
    select sum(bit_count(y.attended & s.counted)::int)::int, sum(bit_count(y.absent & s.counted)::int)::int
    from education.enrolment e
    cross join unnest(first_weeks, asked) f(first_week, sessions)
    join education.attendance_year y on y.enrolment_id = e.id and y.first_week = f.first_week
    cross join lateral (
      select case
        when e.status = 'UNKNOWN' or (e.entry_on <= the_from and coalesce(e.until_on >= until, true)) then f.sessions
        else f.sessions & education.sessions_between(e.entry_on, least(until, e.until_on), f.first_week) end counted offset 0) s
    where e.urn = the_urn and not exists (select from unnest(gone || again || elsewhere) a where a = e.child_id)
    group by e.id;
  return query
    with own as materialized (
      select s.shown child, e.id, e.status, e.entry_on, e.until_on
      from access.shown(array(select unnest(again) except select unnest(elsewhere))) s
      join education.enrolment e on e.child_id = s.held and e.urn = the_urn and e.child_id = any (records)),
    roll as materialized (
      select o.child, coalesce(range_agg(daterange(o.entry_on, o.until_on)) filter (where o.status <> 'UNKNOWN'),
        datemultirange(daterange(null, null))) held
      from own o group by o.child),
    year as materialized (
      select o.child, y.first_week, bit_or(y.attended) attended, bit_or(y.absent) & ~ bit_or(y.attended) absent
      from own o join education.attendance_year y on y.enrolment_id = o.id and y.first_week = any (first_weeks)
      group by o.child, y.first_week)
    select sum(bit_count(y.attended & s.counted)::int)::int, sum(bit_count(y.absent & s.counted)::int)::int
    from roll r join year y on y.child = r.child cross join unnest(r.held) days
    cross join lateral (
      select education.sessions_between(greatest(the_from, lower(days)), least(until, upper(days)), y.first_week) counted) s
    group by r.child, case when not by_child then lower(days) end;
  if elsewhere <> '{}' then
    return query select a.attended, a.absent from education.attendance_read(the_urn, the_from, the_to, elsewhere) a;
  end if;
end $$;
