-- owner: {{prefix}}_maintain
-- What a data manager is told of suspensions, counted from what stands now. A half day is numbered over weekdays alone, so
-- that what overlaps on the numbers overlaps whatever days schools are closed. A suspension and the register's E of the
-- same sessions are one fact: the sessions of a suspension are, in the school's register of the child, the first it has marks
-- of from its beginning on, days on which it was closed (#) left out; each of them bears an E, or the code of education
-- elsewhere. An E that no suspension explains is told of schools that tell of suspensions, from the first they told of on; after a
-- permanent exclusion none needs to. Asked by education.quality_rules alone.
create or replace function education.suspension_faults() returns table (source text, rule text, message text, count bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with suspended as materialized (
    select distinct on (w.shown, s.urn, s.started_on, s.category) w.shown as child, s.urn, s.started_on, s.category,
      case when s.category <> 'SUSPENSION' then 0 when s.cancelled_on is null then s.sessions else s.served end as sessions,
      s.cancelled_on,
      2 * ((s.started_on - date '2000-01-03') / 7 * 5 + extract(isodow from s.started_on)::int - 1)
        + case when s.session = 'PM' then 1 else 0 end as half
    from education.suspension s
    join access.shown(array(select distinct child_id from education.suspension)) w on w.held = s.child_id
    where s.superseded_at is null
    order by w.shown, s.urn, s.started_on, s.category, s.recorded_at desc),
  telling as materialized (select s.urn, min(s.half) as since from suspended s group by s.urn),
  roll as materialized (
    select e.id, w.shown as child, e.urn, e.status, e.entry_on, e.until_on
    from education.enrolment e
    join access.shown(array(select distinct o.child_id from education.enrolment o join telling t on t.urn = o.urn)) w
      on w.held = e.child_id
    where e.urn in (select t.urn from telling t)),
  known as materialized (
    select r.child, r.urn, range_agg(daterange(r.entry_on, r.until_on)) as days
    from roll r where r.status <> 'UNKNOWN' group by r.child, r.urn),
  marked as materialized (
    select r.child, r.urn, 10 * ((m.week_beginning - date '2000-01-03') / 7) + slot as half,
      min(chr(get_byte(m.marks, slot))) as letter
    from education.attendance_week m
    join roll r on r.id = m.enrolment_id
    cross join generate_series(0, 9) slot
    where get_byte(m.marks, slot) not in (ascii('.'), ascii('#'))
      and ((r.child, r.urn) in (select s.child, s.urn from suspended s) or position('E'::bytea in m.marks) > 0)
    group by 1, 2, 3),
  taken as materialized (
    select t.* from (
      select s.child, s.urn, s.sessions, m.half, m.letter,
        row_number() over (partition by s.child, s.urn, s.started_on, s.category order by m.half) as at
      from suspended s join marked m on m.child = s.child and m.urn = s.urn and m.half >= s.half
      where s.sessions > 0) t
    where t.at <= t.sessions)
  select 'suspensions', 'suspension-outside-enrolment',
    'A school suspended a child on a day on which the child was not on its roll: kept, and counted.', count(*)
  from suspended s join known k on k.child = s.child and k.urn = s.urn
  where not k.days @> s.started_on
  union all
  select 'suspensions', 'suspensions-overlap',
    'A school told of two suspensions of a child that share a session: kept, and the session counted twice.', count(*)
  from suspended s
  where exists (
    select from suspended o
    where o.child = s.child and o.urn = s.urn and o.category = s.category and o.sessions > 0
      and o.half < s.half and s.half < o.half + o.sessions) and s.sessions > 0
  union all
  select 'suspensions', 'register-says-otherwise',
    'A register has no E in a session of a suspension, or an E in a session of none: neither is changed.',
    (select count(*) from taken t where t.letter not in ('E', 'B', 'D', 'K', 'P', 'V', 'W'))
    + (select count(*) from marked m join telling t on t.urn = m.urn and m.half >= t.since
      where m.letter = 'E'
        and not exists (select from taken o where o.child = m.child and o.urn = m.urn and o.half = m.half)
        and not exists (
          select from suspended p
          where p.child = m.child and p.urn = m.urn and p.category = 'PERMANENT' and p.cancelled_on is null
            and p.half <= m.half))
$$;
