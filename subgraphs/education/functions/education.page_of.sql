-- owner: {{prefix}}_maintain
-- Children of whom a threshold of attendance may be reached as at a day: for access.open, which decides about them before any is
-- told of. Those whose last such absence is latest come first, then by the hub's own id; of these children, or of all where
-- null; after a place, and so many at most. The question says the day (`on`), the first day looked at (`since`), the first of the
-- school year (`year`), and which kinds (`kinds`) at which school (`school`) are meant; all where null.
--
-- It leaves out no child who has reached one, and each was reached no later than the day in the child's place: marks off
-- the roll, of two registers of one session and of pupils beyond compulsory schooling are counted here, and a school has had no
-- fewer weeks than those in which it is known to have been open. Of a child who has one spell on one roll and is well within
-- compulsory schooling, as nearly all are, what is counted is what counts (`plain`), and the fifteenth day of illness is known. What
-- of it all is so indeed, attendance-threshold/thresholds-of.ts says, with which it is compared.
--
-- Of the other list, `suspended-page`, children of whom a suspension began between two days (`from`, `to`), from a school where one is
-- named (`school`), whose last such began latest first, then by the hub's own id.
create or replace function education.page_of(kind text, question jsonb, children uuid[], after text, many int)
returns table (id text, child_id uuid, place text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  the_day constant date := question ->> 'on';
  first_day constant date := question ->> 'since';
  year constant date := question ->> 'year';
  kinds constant text[] := case when question ->> 'kinds' is not null then array(select jsonb_array_elements_text(question -> 'kinds')) end;
begin
  if kind = 'suspended-page' then
    return query
      with told as materialized (
        select s.child_id, s.started_on from education.suspension s
        where s.superseded_at is null and (children is null or s.child_id = any (children))
          and s.started_on between (question ->> 'from')::date and (question ->> 'to')::date
          and (question ->> 'school' is null or s.urn = question ->> 'school')),
      last as (
        select o.shown child, max(t.started_on) latest
        from told t join access.shown(array(select distinct t.child_id from told t)) o on o.held = t.child_id
        group by o.shown)
      select p.id, p.child, p.place
      from (
        select l.child::text id, l.child,
          lpad((date '9999-12-31' - l.latest)::text, 7, '0') || ' ' || l.latest || ' ' || l.child place from last l) p
      where after is null or p.place collate "C" > after
      order by p.place collate "C" limit many;
    return;
  end if;
  if kind <> 'attendance-threshold-page' then return; end if;
  return query
    with week as materialized (
      select w.child_id child, e.urn, w.week_beginning, convert_from(w.marks, 'LATIN1') marks,
        case when e.status = 'UNKNOWN' then daterange(null, null) else daterange(e.entry_on, e.until_on) end spell,
        case when e.year_group ~ '^[0-9]{1,2}$'
          then e.year_group::int + extract(year from the_day) - extract(year from least(e.recorded_at::date, ctx.today(), e.until_on)) + 1 < 11
          else e.year_group is null end of_age
      from education.attendance_week w join education.enrolment e on e.id = w.enrolment_id
      where (children is null or w.child_id = any (children)) and encode(w.marks, 'escape') ~ '[GNOUI]'
        and w.week_beginning > first_day - 7 and w.week_beginning <= the_day
        and (question ->> 'school' is null or e.urn = question ->> 'school')),
    own as materialized (
      select s.held, s.shown from access.shown(array(select distinct w.child from week w)) s),
    plain as materialized (
      select k.asked child from access.linked(array(select o.held from own o)) k
      join education.enrolment e on e.child_id = k.held group by k.asked having count(*) = 1),
    missed as materialized (
      select o.shown child, w.urn, p.child is not null and w.of_age plain, d.on_day, length(d.codes) - length(translate(d.codes, 'GNOU', '')) sessions,
        strpos(d.codes, 'I') > 0 ill, strpos(d.codes, 'N') > 0 unexplained
      from week w join own o on o.held = w.child left join plain p on p.child = w.child
      cross join lateral (
        select w.week_beginning + n on_day, substr(w.marks, 2 * n + 1, 2) codes from generate_series(0, 4) n) d
      where d.codes ~ '[GNOUI]' and d.on_day between first_day and the_day
        and (p.child is null or w.spell @> d.on_day)),
    begun as (
      select k.urn, k.week_beginning, row_number() over (partition by k.urn order by k.week_beginning desc) place
      from (
        select coalesce(c.urn, t.urn) urn, coalesce(c.week_beginning, t.week_beginning) week_beginning,
          coalesce(c.open_days & c.calendar_days, 0) | (coalesce(t.school_days, 0) & ~coalesce(c.calendar_days, 0)) open
        from education.calendar_week c full join education.school_week_total t using (urn, week_beginning)) k
      where k.urn = any (array(select distinct w.urn from week w)) and k.open & 31 <> 0
        and k.week_beginning >= first_day and k.week_beginning + 4 <= the_day),
    window_of as materialized (select b.urn, b.week_beginning from begun b where b.place = 10),
    counted as (
      select m.child, m.urn,
        case when sum(m.sessions) filter (where m.on_day >= coalesce(o.week_beginning, first_day)) >= 10
          then max(m.on_day) filter (where m.sessions > 0) end ten_sessions,
        case when count(distinct m.on_day) filter (where m.sessions > 0) >= 10
          then max(m.on_day) filter (where m.sessions > 0 and m.on_day >= year) end ten_days,
        case when count(distinct m.on_day) filter (where m.ill and m.on_day >= year) >= 15
          then case when bool_and(m.plain) then (array_agg(distinct m.on_day order by m.on_day) filter (where m.ill and m.on_day >= year))[15]
            else max(m.on_day) filter (where m.ill and m.on_day >= year) end end ill,
        case when count(distinct m.on_day) filter (where m.unexplained) >= 2
          then max(m.on_day) filter (where m.unexplained and m.on_day >= year) end unexplained
      from missed m left join window_of o on o.urn = m.urn
      group by m.child, m.urn),
    candidate as (
      select c.child, max(k.latest) latest
      from counted c
      cross join lateral (values ('TEN_SESSIONS_UNAUTHORISED', c.ten_sessions), ('TEN_DAYS_UNAUTHORISED', c.ten_days),
        ('FIFTEEN_DAYS_ILL', c.ill), ('TWO_DAYS_UNEXPLAINED', c.unexplained)) k(kind, latest)
      where k.latest is not null and (kinds is null or k.kind = any (kinds))
      group by c.child)
    select p.id, p.child, p.place
    from (
      select c.child::text id, c.child,
        lpad((date '9999-12-31' - c.latest)::text, 7, '0') || ' ' || c.latest || ' ' || c.child place from candidate c) p
    where after is null or p.place collate "C" > after
    order by p.place collate "C" limit many;
end $$;
grant execute on function education.page_of(text, jsonb, uuid[], text, int) to {{prefix}}_access;
