-- owner: {{prefix}}_maintain
-- Suspensions and exclusions that stand and have begun by today, from a year before a period up to its end, each laid on its
-- school's own days (education.days_of_schools): `days` are the places of the school days that it takes, `first_place` that of the first it
-- could take and `last_place` of the last that is known. `within` counts its sessions that lie in the period; those on no known day
-- lie where it began. Each once, whatever the records of the child: what the school told last, with the day of provision that holds, which is the last one
-- recorded by hand. `child` is one id of a child; of who had died before the period, and of a record that its source deleted, there is none. A
-- second time the rules of suspension/served-sessions.ts, limit-of-45.ts and one-of-each.ts, with which they are compared.
create or replace function education.laid_suspensions(the_from date, the_to date, holidays date[])
returns table (child uuid, urn text, started_on date, category text, cancelled boolean, provision_on date, days int4range,
  first_place int, last_place int, within int)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with otherwise as materialized (select * from access.counted_otherwise(the_from - 1)),
  said as materialized (
    select distinct on (coalesce(o.child, s.child_id), s.urn, s.started_on, s.category) coalesce(o.child, s.child_id) child, s.urn, s.started_on, s.category,
      s.session, s.cancelled_on is not null cancelled, s.provision_on,
      case when s.category <> 'SUSPENSION' then 0 when s.cancelled_on is null then coalesce(s.sessions, 0) else coalesce(s.served, 0) end sessions
    from education.suspension s left join otherwise o on o.id = s.child_id
    where s.superseded_at is null and s.started_on between the_from - 366 and least(the_to, ctx.today())
      and (o.id is null or o.child is not null)
    order by coalesce(o.child, s.child_id), s.urn, s.started_on, s.category, s.recorded_at desc, s.id),
  by_hand as materialized (
    select distinct on (coalesce(o.child, p.child_id), p.urn, p.started_on, p.category) coalesce(o.child, p.child_id) child, p.urn, p.started_on, p.category,
      p.in_place_on
    from education.suspension_provision p left join otherwise o on o.id = p.child_id
    order by coalesce(o.child, p.child_id), p.urn, p.started_on, p.category, p.recorded_at desc, p.id desc),
  day as materialized (
    select * from education.days_of_schools(array(select distinct s.urn from said s), the_from - 366, least(the_to, ctx.today()) + 250, holidays)),
  stretch as materialized (
    select d.urn, d.stretch, max(d.place) last_place from day d where d.open group by d.urn, d.stretch),
  period as materialized (
    select d.urn, min(d.place) filter (where d.day >= the_from) first_place, max(d.place) filter (where d.day <= the_to) last_place
    from day d where d.open group by d.urn),
  begun as (
    select s.*, f.first_place, t.last_place, 2 * f.first_place + (d.open and s.session is not distinct from 'PM')::int first_half
    from said s
    left join day d on d.urn = s.urn and d.day = s.started_on
    cross join lateral (select case when d.open then d.place when not d.open then d.place + 1 end first_place) f
    left join stretch t on t.urn = s.urn and t.stretch = d.stretch and t.last_place >= f.first_place),
  laid as (
    select b.*, least(b.first_half + b.sessions - 1, 2 * b.last_place + 1) last_half from begun b)
  select l.child, l.urn, l.started_on, l.category, l.cancelled, coalesce(h.in_place_on, l.provision_on),
    case when p.placed > 0 then int4range(l.first_half / 2, l.last_half / 2 + 1) else 'empty' end,
    case when l.last_place is not null then l.first_place end, l.last_place,
    case when p.placed > 0
      then coalesce(greatest(0, least(l.last_half, 2 * w.last_place + 1) - greatest(l.first_half, 2 * w.first_place) + 1), 0) else 0 end
      + case when l.started_on >= the_from then l.sessions - p.placed else 0 end
  from laid l
  cross join lateral (
    select case when l.sessions > 0 and l.last_place is not null then l.last_half - l.first_half + 1 else 0 end placed) p
  left join period w on w.urn = l.urn
  left join by_hand h on h.child = l.child and h.urn = l.urn and h.started_on = l.started_on and h.category = l.category
$$;
