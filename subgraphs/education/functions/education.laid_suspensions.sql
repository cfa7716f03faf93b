-- owner: {{prefix}}_maintain
-- Suspensions and exclusions that stand and have begun by today, from a year before a period up to its end, each laid on its
-- school's own days (education.weeks_of_schools): `days` are the places of the school days that it takes, `first_place` that of the first it
-- could take and `last_place` of the last that is known. `within` counts its sessions that lie in the period; those on no known day
-- lie where it began. Each once, whatever the records of the child: what the school told last, with the day of provision that holds, which is the last one
-- recorded by hand. Of one school where one is named. `child` is one id of a child; of who had died before the period, and of a record that its source deleted, there is none. A
-- second time the rules of suspension/served-sessions.ts, limit-of-45.ts and one-of-each.ts, with which they are compared.
create or replace function education.laid_suspensions(the_from date, the_to date, holidays date[], the_school text default null)
returns table (child uuid, urn text, started_on date, category text, cancelled boolean, provision_on date, days int4range,
  first_place int, last_place int, within int)
language sql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
  with otherwise as materialized (select * from access.counted_otherwise(the_from - 1)),
  said as materialized (
    select distinct on (coalesce(o.child, s.child_id), s.urn, s.started_on, s.category) coalesce(o.child, s.child_id) child, s.urn, s.started_on, s.category,
      s.session, s.cancelled_on is not null cancelled, s.provision_on,
      case when s.category <> 'SUSPENSION' then 0 when s.cancelled_on is null then coalesce(s.sessions, 0) else coalesce(s.served, 0) end sessions
    from education.suspension s left join otherwise o on o.id = s.child_id
    where s.superseded_at is null and s.started_on between the_from - 366 and least(the_to, ctx.today())
      and (o.id is null or o.child is not null) and (the_school is null or s.urn = the_school)
    order by coalesce(o.child, s.child_id), s.urn, s.started_on, s.category, s.recorded_at desc, s.id),
  by_hand as materialized (
    select distinct on (coalesce(o.child, p.child_id), p.urn, p.started_on, p.category) coalesce(o.child, p.child_id) child, p.urn, p.started_on, p.category,
      p.in_place_on
    from education.suspension_provision p left join otherwise o on o.id = p.child_id
    order by coalesce(o.child, p.child_id), p.urn, p.started_on, p.category, p.recorded_at desc, p.id desc),
  week as materialized (
    select * from education.weeks_of_schools(array(select distinct s.urn from said s), the_from - 366, least(the_to, ctx.today()) + 250, holidays)),
  -- The days of a week up to a day, and the first of it that is not known.
  ended as materialized (
    select w.urn, w.monday, w.before + bit_count((w.open & ((w.unknown & -w.unknown) - 1))::bit(8))::int last_place from week w where w.unknown <> 0
    union all
    select w.urn, 'infinity', max(w.before + bit_count(w.open::bit(8)) + 1000 * bit_count(w.unknown::bit(8)))::int from week w group by w.urn),
  -- How many places lie before the period, and up to its end.
  period as materialized (
    select w.urn,
      max(w.before + bit_count((w.open & f.past)::bit(8)) + 1000 * bit_count((w.unknown & f.past)::bit(8))) filter (where w.monday <= the_from)::int before,
      max(w.before + bit_count((w.open & t.past)::bit(8)) + 1000 * bit_count((w.unknown & t.past)::bit(8))) filter (where w.monday <= the_to)::int until
    from week w
    cross join lateral (select (1 << least(7, greatest(0, the_from - w.monday))) - 1 past) f
    cross join lateral (select (1 << least(7, greatest(0, the_to + 1 - w.monday))) - 1 past) t
    group by w.urn),
  begun as materialized (
    select s.*, f.first_place, case when t.last_place >= f.first_place then t.last_place end last_place,
      2 * f.first_place + (d.open and s.session is not distinct from 'PM')::int first_half
    from said s
    left join week w on w.urn = s.urn and w.monday = s.started_on - (s.started_on - date '1900-01-01') % 7
    cross join lateral (
      select 1 << (s.started_on - w.monday) as day, (2 << (s.started_on - w.monday)) - 1 past offset 0) b
    cross join lateral (
      select case when w.unknown & b.day = 0 then w.open & b.day <> 0 end open,
        w.before + (bit_count((w.open & b.past)::bit(8)) + 1000 * bit_count((w.unknown & b.past)::bit(8)))::int place offset 0) d
    cross join lateral (select case when d.open then d.place when not d.open then d.place + 1 end first_place offset 0) f
    cross join lateral (
      select case when w.unknown & ~ b.past <> 0
        then w.before + 1000 * bit_count((w.unknown & b.past)::bit(8))::int
          + bit_count((w.open & (((w.unknown & ~ b.past) & -(w.unknown & ~ b.past)) - 1))::bit(8))::int
        else (select e.last_place from ended e where e.urn = s.urn and e.monday > w.monday order by e.monday limit 1) end last_place offset 0) t),
  laid as materialized (
    select b.*, least(b.first_half + b.sessions - 1, 2 * b.last_place + 1) last_half from begun b)
  select l.child, l.urn, l.started_on, l.category, l.cancelled, coalesce(h.in_place_on, l.provision_on),
    case when p.placed > 0 then int4range(l.first_half / 2, l.last_half / 2 + 1) else 'empty' end,
    case when l.last_place is not null then l.first_place end, l.last_place,
    case when p.placed > 0
      then coalesce(greatest(0, least(l.last_half, 2 * w.until + 1) - greatest(l.first_half, 2 * (w.before + 1)) + 1), 0) else 0 end
      + case when l.started_on >= the_from then l.sessions - p.placed else 0 end
  from laid l
  cross join lateral (
    select case when l.sessions > 0 and l.last_place is not null then l.last_half - l.first_half + 1 else 0 end placed) p
  left join period w on w.urn = l.urn
  left join by_hand h on h.child = l.child and h.urn = l.urn and h.started_on = l.started_on and h.category = l.category
$$;
