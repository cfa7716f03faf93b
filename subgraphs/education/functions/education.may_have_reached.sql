-- owner: {{prefix}}_maintain
-- The children of whom a threshold of attendance may be reached as at a day, each with a day by which every one of them was, and
-- none later: of these children, or of all where null. The question says the day (`on`), the first day looked at (`since`), the first
-- of the school year (`year`), and which kinds (`kinds`) at which school (`school`) are meant; all where null.
--
-- Counted from what is kept of each school year, a bit a session. It leaves out nobody who has reached one. Whoever `near`ly has is
-- found with all marks of all records taken together, off the roll and twice counted as they may be. Of a child who has one spell on
-- one roll, as nearly all have, what is counted then is what counts (`sole`), and the day is the one on which it was reached; but of
-- ten sessions, the day from which they are ten within the latest ten school weeks, which may have been so before. Of anybody else it
-- is the last day of such absence. What of it all is so indeed, attendance-threshold/thresholds-of.ts says, with which it is compared.
create or replace function education.may_have_reached(question jsonb, children uuid[])
returns table (child uuid, latest date)
language plpgsql stable set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  the_day constant date := question ->> 'on';
  first_day constant date := question ->> 'since';
  year constant date := question ->> 'year';
  school constant text := question ->> 'school';
  meant constant text[] := case when question ->> 'kinds' is not null then array(select jsonb_array_elements_text(question -> 'kinds'))
    else array['TEN_SESSIONS_UNAUTHORISED', 'TEN_DAYS_UNAUTHORISED', 'FIFTEEN_DAYS_ILL', 'TWO_DAYS_UNEXPLAINED'] end;
  ten_sessions constant boolean := 'TEN_SESSIONS_UNAUTHORISED' = any (meant);
  ten_days constant boolean := 'TEN_DAYS_UNAUTHORISED' = any (meant);
  fifteen_days constant boolean := 'FIFTEEN_DAYS_ILL' = any (meant);
  two_days constant boolean := 'TWO_DAYS_UNEXPLAINED' = any (meant);
  today constant date := ctx.today();
  first_weeks constant date[] := array(
    select distinct education.first_week_of(w::date)
    from generate_series((first_day - (extract(isodow from first_day)::int - 1))::timestamp, the_day, '1 week') w);
  no_session constant bit(530) := 0::bit(530);
  mondays constant bit(530) := repeat('1000000000', 53)::bit(530);
begin
  return query
    with asked as materialized (
      select f first_week, education.sessions_between(first_day, the_day + 1, f) days,
        education.sessions_between(year, the_day + 1, f) this_year
      from unnest(first_weeks) f),
    -- The weeks in which a school is known to have been open, the latest first. It may have had more.
    open_week as materialized (
      select k.urn, k.week_beginning, row_number() over (partition by k.urn order by k.week_beginning desc) place
      from (
        select coalesce(c.urn, t.urn) urn, coalesce(c.week_beginning, t.week_beginning) week_beginning,
          coalesce(c.open_days & c.calendar_days, 0) | (coalesce(t.school_days, 0) & ~coalesce(c.calendar_days, 0)) open
        from education.calendar_week c full join education.school_week_total t using (urn, week_beginning)) k
      where k.week_beginning > first_day - 7 and k.week_beginning <= the_day
        and (k.open & (31 << greatest(first_day - k.week_beginning, 0)) & (31 >> greatest(k.week_beginning + 4 - the_day, 0))) <> 0),
    -- From when on sessions are within the ten latest of them, and the Mondays of all: a bit of the school year's.
    window_of as materialized (
      select w.urn, a.first_week, w.weeks, education.sessions_between(w.since, the_day + 1, a.first_week) & a.days latest
      from (
        select w.urn, case when count(*) >= 10 then min(w.week_beginning) filter (where w.place <= 10) else first_day end since,
          array_agg(w.week_beginning) begun
        from open_week w group by w.urn) o
      cross join asked a
      cross join lateral (
        select o.urn, o.since, bit_or(mondays & education.sessions_between(b, b + 1, a.first_week)) weeks from unnest(o.begun) b) w),
    kept as materialized (
      select y.held, y.urn, y.first_week, a.this_year, y.unauthorised & a.days unauthorised, y.ill & a.this_year ill,
        y.unexplained & a.days unexplained, y.unauthorised & coalesce(o.latest, a.days) latest
      from (
        select e.child_id held, e.urn, y.first_week, y.unauthorised, y.ill, y.unexplained
        from education.attendance_year y join education.enrolment e on e.id = y.enrolment_id
        where children is null and y.first_week = any (first_weeks) and (y.unauthorised | y.ill) <> no_session
        union all
        select e.child_id, e.urn, y.first_week, y.unauthorised, y.ill, y.unexplained
        from unnest(children) c join education.enrolment e on e.child_id = c join education.attendance_year y on y.enrolment_id = e.id
        where y.first_week = any (first_weeks) and (y.unauthorised | y.ill) <> no_session) y
      join asked a on a.first_week = y.first_week
      left join window_of o on o.urn = y.urn and o.first_week = y.first_week
      where (school is null or y.urn = school) and ((y.unauthorised & a.days) | (y.ill & a.this_year)) <> no_session),
    own as materialized (select s.held, s.shown from access.shown(array(select distinct k.held from kept k)) s),
    near as materialized (
      select n.* from (
        select o.shown child, k.urn,
          ten_sessions and sum(bit_count(k.latest)) >= 10 ten_sessions,
          ten_days and sum(bit_count(k.unauthorised)) >= 10 and sum(bit_count(k.unauthorised & k.this_year)) > 0 ten_days,
          fifteen_days and sum(bit_count(education.days_with(k.ill))) >= 15 fifteen_days,
          two_days and sum(bit_count(k.unexplained)) >= 2 and sum(bit_count(k.unexplained & k.this_year)) > 0 two_days
        from kept k join own o on o.held = k.held group by o.shown, k.urn) n
      where n.ten_sessions or n.ten_days or n.fifteen_days or n.two_days),
    spell as (
      select k.asked child, (array_agg(e.id))[1] enrolment_id, min(e.entry_on) entry_on, min(e.until_on) until_on,
        -- Compulsory schooling ends on the last Friday in June of Year 11 (suspension/compulsory-schooling.ts).
        min(make_date(l.leaves, 6, 30) - (extract(isodow from make_date(l.leaves, 6, 30))::int + 2) % 7 + 1) owed_until
      from access.linked(array(select distinct n.child from near n)) k
      join education.enrolment e on e.child_id = k.held
      cross join lateral (
        select least((e.recorded_at at time zone 'UTC')::date, today, e.until_on) told) s
      cross join lateral (
        select case when e.year_group ~ '^[0-9]{1,2}$' then extract(year from s.told - interval '8 months')::int + 12 - e.year_group::int end leaves) l
      group by k.asked
      having count(*) = 1 and bool_and(e.status <> 'UNKNOWN' and coalesce(l.leaves is not null or e.year_group !~ '^[0-9]+$', true))),
    -- Put together by group: nobody knows beforehand how many there are of either, to join them well.
    near_sole as materialized (
      select b.child, bool_or(b.ten_sessions) ten_sessions, bool_or(b.ten_days) ten_days, bool_or(b.fifteen_days) fifteen_days,
        bool_or(b.two_days) two_days, min(b.urn) urn, (array_agg(b.enrolment_id) filter (where b.enrolment_id is not null))[1] enrolment_id,
        min(b.entry_on) entry_on, min(b.until_on) until_on, min(b.owed_until) owed_until
      from (
        select n.child, n.urn, n.ten_sessions, n.ten_days, n.fifteen_days, n.two_days, null::uuid enrolment_id, null::date entry_on,
          null::date until_on, null::date owed_until from near n
        union all
        select s.child, null, null, null, null, null, s.enrolment_id, s.entry_on, s.until_on, s.owed_until from spell s) b
      group by b.child having count(b.enrolment_id) = 1),
    sole as materialized (
      select s.child, s.ten_sessions, s.ten_days, s.fifteen_days, s.two_days, y.first_week, r.there, education.days_with(r.there) days,
        r.there & t.owed & y.unauthorised unauthorised, r.there & t.owed & a.this_year & y.ill ill, r.there & y.unexplained unexplained,
        r.there & ~ y.unauthorised attended, a.this_year, r.there & t.owed & y.unauthorised & coalesce(o.latest, a.days) latest,
        coalesce(o.weeks, no_session) open_weeks
      from near_sole s
      join education.attendance_year y on y.enrolment_id = s.enrolment_id and y.first_week = any (first_weeks)
      join asked a on a.first_week = y.first_week
      left join window_of o on o.urn = s.urn and o.first_week = y.first_week
      cross join lateral (
        select a.days & education.sessions_between(s.entry_on, coalesce(s.until_on, the_day + 1), y.first_week) on_roll,
          education.sessions_between(first_day, coalesce(s.owed_until, the_day + 1), y.first_week) owed offset 0) t
      cross join lateral (select (y.attended | y.absent) & t.on_roll there offset 0) r),
    -- Of each kind the days to be looked at, of whoever has enough of them.
    counted as materialized (
      select s.*, coalesce(sum(bit_count(s.days)) over (own rows between unbounded preceding and 1 preceding), 0) before,
        -- The child was there in a week in which the school is not known to have been open: it had more than are known.
        bool_or((w.there & ~ s.open_weeks) <> no_session) over child strange,
        case when s.ten_sessions and sum(bit_count(s.latest)) over child >= 10 then s.latest else no_session end in_window,
        -- A run has a day in the school year, and one that began before it has the first that the child could attend.
        case when s.ten_days and sum(bit_count(d.whole)) over child >= 10 then
          case when bool_or((d.whole & s.this_year) <> no_session
              and position(B'1' in d.whole & s.this_year) = position(B'1' in s.days & s.this_year)) over child
            then d.whole else d.whole & s.this_year end else no_session end whole,
        case when s.fifteen_days and sum(bit_count(d.ill)) over child >= 15 then d.ill else no_session end ill_days,
        case when s.two_days and sum(bit_count(d.unexplained)) over child >= 2 then d.unexplained else no_session end unexplained_days
      from sole s
      cross join lateral (
        select education.days_with(s.unauthorised) & ~ education.days_with(s.attended) whole, education.days_with(s.ill) ill,
          education.days_with(s.unexplained) unexplained) d
      cross join lateral (select s.there | (s.there << 1) two) b2 cross join lateral (select b2.two | (b2.two << 2) four) b4
      cross join lateral (select (b4.four | (b4.four << 4) | (b2.two << 8)) & mondays there) w
      window child as (partition by s.child), own as (partition by s.child order by s.first_week)),
    -- So many sessions or days came together on the day of the last of them: the place of its bit among those of the year.
    came as (
      select n.child, max(n.first_week + n.place / 10 * 7 + n.place % 10 / 2) reached_on
      from (
        select n.child, n.first_week, case
          when n.last_of_all then 530 - nullif(strpos(reverse(n.bits::text), '1'), 0)
          when n.wanted between 1 and bit_count(n.bits) then regexp_instr(n.bits::text, '1', 1, n.wanted) - 1 end place
        from (
          select c.child, c.first_week, c.in_window bits, c.strange last_of_all,
            10 - coalesce(sum(bit_count(c.in_window)) over earlier, 0)::int wanted
          from counted c where c.in_window <> no_session
          window earlier as (partition by c.child order by c.first_week rows between unbounded preceding and 1 preceding)
          union all
          select c.child, c.first_week, c.ill_days, false, 15 - coalesce(sum(bit_count(c.ill_days)) over earlier, 0)::int
          from counted c where c.ill_days <> no_session
          window earlier as (partition by c.child order by c.first_week rows between unbounded preceding and 1 preceding)) n
        offset 0) n
      group by n.child),
    -- Who has a run, two bits a day: that the child could attend, and that it is one of those. Other days are left out.
    has_run as (
      select c.child from counted c where (c.whole | c.unexplained_days) <> no_session
      group by c.child
      having strpos(string_agg(replace((c.days | (c.whole >> 1))::text, '00', ''), '' order by c.first_week), repeat('11', 10)) > 0
        or strpos(string_agg(replace((c.days | (c.unexplained_days >> 1))::text, '00', ''), '' order by c.first_week), repeat('11', 2)) > 0),
    day as materialized (
      select c.child, c.first_week + w * 7 + d on_day, c.before + bit_count(substring(c.days from 1 for p.at)) nth,
        get_bit(c.whole, p.at) = 1 whole, get_bit(c.unexplained_days, p.at) = 1 unexplained
      from (
        select c.child, c.first_week, c.before, c.days, u.whole, c.unexplained_days, u.whole | c.unexplained_days shown
        from counted c join has_run h on h.child = c.child
        -- Before the school year, no more of a run than goes on into it.
        cross join lateral (
          select case when (c.whole & ~ c.this_year) = no_session then c.whole else c.whole & (~ no_session
            >> (530 - strpos(reverse((c.days & ~ c.whole & ~ c.this_year)::text), '1')) % 530) end whole offset 0) u
        offset 0) c
      cross join generate_series(0, 52) w
      cross join lateral (select substring(c.shown from 10 * w + 1 for 10) shown offset 0) k
      cross join generate_series(0, 4) d cross join lateral (select 10 * w + 2 * d as at) p
      where c.shown <> no_session and k.shown <> B'0000000000' and substring(k.shown from 2 * d + 1 for 2) <> B'00'),
    run as materialized (
      select d.*, d.nth - count(*) filter (where d.whole) over by_day whole_run,
        d.nth - count(*) filter (where d.unexplained) over by_day unexplained_run
      from day d window by_day as (partition by d.child order by d.on_day)),
    -- The day on which a run of days came to the limit, of each that did and has a day in the school year.
    ran as (
      select r.child, (array_agg(r.on_day order by r.on_day))[10] reached_on from run r where r.whole
      group by r.child, r.whole_run having count(*) >= 10 and max(r.on_day) >= year
      union all
      select r.child, (array_agg(r.on_day order by r.on_day))[2] from run r where r.unexplained
      group by r.child, r.unexplained_run having count(*) >= 2 and max(r.on_day) >= year
      union all
      select c.child, c.reached_on from came c where c.reached_on is not null),
    found as (
      select r.child, max(r.reached_on) latest from ran r group by r.child
      union all
      select l.child, max(l.first_week + l.last / 10 * 7 + l.last % 10 / 2)
      from (
        select n.child, k.first_week, 530 - strpos(reverse((
          case when n.ten_sessions then k.unauthorised else no_session end | case when n.ten_days then k.unauthorised & k.this_year else no_session end
            | case when n.fifteen_days then k.ill else no_session end
            | case when n.two_days then k.unexplained & k.this_year else no_session end)::text), '1') last
        from near n join own o on o.shown = n.child join kept k on k.held = o.held and k.urn = n.urn
        where n.child <> all (array(select s.child from near_sole s))) l
      where l.last < 530 group by l.child)
    select f.child, f.latest from found f;
end $$;
