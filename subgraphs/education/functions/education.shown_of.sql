-- owner: {{prefix}}_maintain
-- What the rolls of some children showed on a day, a day a child: the special educational provision, of several the higher, for
-- to miss a plan is the worse error, and whether the child is eligible for free school meals, as any roll says; '' where none
-- says. By one id of each child.
create or replace function education.shown_of(children uuid[], days date[])
returns table (child uuid, day date, sen_provision text, free_school_meals text)
language sql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
  with asked as materialized (select distinct a.child, a.day from unnest(children, days) a(child, day)),
  roll as materialized (
    select coalesce(o.child, e.child_id) child, e.entry_on, e.until_on, e.sen_provisions, e.free_school_meals
    from education.enrolment e left join access.counted_otherwise('-infinity') o on o.id = e.child_id)
  select a.child, a.day,
    coalesce((array['NONE', 'SEN_SUPPORT', 'EHC_PLAN'])[max(case p.said when 'NONE' then 1 when 'SEN_SUPPORT' then 2 when 'EHC_PLAN' then 3 end)], ''),
    case when bool_or(m.said) then 'YES' when bool_and(not m.said) then 'NO' else '' end
  from asked a
  left join roll r on r.child = a.child and r.entry_on <= a.day and (r.until_on is null or a.day < r.until_on)
  -- Nearly every roll has said one thing all along, which is not taken apart and sorted.
  cross join lateral (
    select case when jsonb_array_length(r.sen_provisions) = 1
        then case when (r.sen_provisions -> 0 ->> 'from')::date <= a.day then r.sen_provisions -> 0 ->> 'provision' end
      else (
        select x.one ->> 'provision' from jsonb_array_elements(r.sen_provisions) with ordinality x(one, at)
        where (x.one ->> 'from')::date <= a.day order by x.at desc limit 1) end said offset 0) p
  cross join lateral (
    select case when jsonb_array_length(r.free_school_meals) = 1
        then case when (r.free_school_meals -> 0 ->> 'from')::date <= a.day then (r.free_school_meals -> 0 ->> 'eligible')::boolean end
      else (
        select (x.one ->> 'eligible')::boolean from jsonb_array_elements(r.free_school_meals) with ordinality x(one, at)
        where (x.one ->> 'from')::date <= a.day order by x.at desc limit 1) end said offset 0) m
  group by a.child, a.day
$$;
