-- owner: {{prefix}}_maintain
-- True figures of the suspensions and permanent exclusions of a school year: a row a group. `question` names the year's first
-- and last day, the day on which pupils are counted, what to divide by, and bank holidays. '' is what is not known. Where small numbers are to
-- be hidden, also how many children each group of every single dimension has, and all. What else the same is divided by is named
-- `alongside`, each time by dimensions with commas between; a group's `grouping` is 0 of `by`, and its place among those.
create or replace function education.cube_suspensions(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  entitled constant text := ctx.entitled('EDUCATION', 'suspensions', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"SCHOOL": "urn", "PHASE": "phase", "SEN_PROVISION": "sen_provision",
    "FREE_SCHOOL_MEALS": "free_school_meals"}';
  the_school constant text := case when entitled = 'OWN_SCHOOL' then coalesce(ctx.claims() ->> 'org', '') end;
  groups text;
  divided boolean;
  shown text;
begin
  if entitled is null then return; end if;
  select string_agg(format($g$
    select json_build_object('grouping', %1$s, 'key', g.key, 'phase', g.phase, 'pupils', g.pupils, 'suspensions', g.suspensions,
      'suspended', g.suspended, 'exclusions', g.exclusions, 'excluded', g.excluded, 'sessions', g.sessions)
    from (
      select array[%2$s]::text[] key, case when count(distinct phase) = 1 then min(phase) end phase,
        count(distinct child) filter (where pupil) + coalesce(sum(many) filter (where pupil and child is null), 0) pupils,
        coalesce(sum(many) filter (where suspension), 0) suspensions,
        count(distinct child) filter (where suspension) + coalesce(sum(many) filter (where suspension and child is null), 0) suspended,
        coalesce(sum(many) filter (where exclusion), 0) exclusions,
        count(distinct child) filter (where exclusion) + coalesce(sum(many) filter (where exclusion and child is null), 0) excluded,
        coalesce(sum(sessions), 0) sessions
      from all_of_them group by (%2$s)) g $g$, w.place, w.dims), ' union all ' order by w.place) into groups
  from (
    select g.place, coalesce(string_agg(expressions ->> d.name, ', ' order by d.place), '') dims
    from (
      select 0 place, array(select jsonb_array_elements_text(q -> 'by')) names
      union all
      select a.place::int, string_to_array(a.names, ',') from jsonb_array_elements_text(q -> 'alongside') with ordinality a(names, place)) g
    left join lateral unnest(g.names) with ordinality d(name, place) on true
    group by g.place) w;
  -- What rolls showed of each child on each day is looked up where something is divided by it.
  divided := entitled = 'SUPPRESSED' or concat(q -> 'by', q -> 'alongside') ~ 'SEN_PROVISION|FREE_SCHOOL_MEALS';
  shown := case when entitled = 'SUPPRESSED' then $s$
    union all
    select json_build_object('dimension', d.dimension, 'value', d.value, 'phase', d.phase,
      'pupils', count(distinct a.child) filter (where a.pupil) + coalesce(sum(a.many) filter (where a.pupil and a.child is null), 0),
      'suspended', count(distinct a.child) filter (where a.suspension) + coalesce(sum(a.many) filter (where a.suspension and a.child is null), 0),
      'excluded', count(distinct a.child) filter (where a.exclusion) + coalesce(sum(a.many) filter (where a.exclusion and a.child is null), 0))
    from all_of_them a
    cross join lateral (values ('SCHOOL', a.urn, a.phase), ('', '', ''), ('PHASE', a.phase, ''), ('SEN_PROVISION', a.sen_provision, ''),
      ('FREE_SCHOOL_MEALS', a.free_school_meals, '')) d(dimension, value, phase)
    group by d.dimension, d.value, d.phase $s$ else '' end;
  return query execute format($q$
    with counted as materialized (
      select * from education.laid_suspensions($1, $2, $3, $5) l where l.started_on >= $1 or l.within > 0),
    pupils as materialized (select * from education.pupils_on($4) p where $5 is null or p.urn = $5),
    shown as materialized (
      select s.* from (
        select array_agg(x.child) children, array_agg(x.day) days
        from (select child, $4 as day from pupils union select child, started_on from counted) x where $6) x
      cross join lateral education.shown_of(x.children, x.days) s),
    each as materialized (
      select x.*, coalesce(c.phase, '') phase, coalesce(s.sen_provision, '') sen_provision, coalesce(s.free_school_meals, '') free_school_meals,
        count(*) over (partition by x.child) = 1 alone
      from (
        select child, urn, $4 as day, true pupil, false suspension, false exclusion, 0 sessions from pupils
        union all
        select child, urn, started_on, false, category = 'SUSPENSION' and not cancelled and started_on >= $1,
          category = 'PERMANENT' and not cancelled and started_on >= $1, within
        from counted) x
      left join shown s on s.child = x.child and s.day = x.day
      left join education.school c on c.urn = x.urn),
    -- Nearly every child is here once, so those are put together by what they have in common, as `many`; the others are told apart.
    all_of_them as materialized (
      select null::uuid child, urn, phase, sen_provision, free_school_meals, pupil, suspension, exclusion, count(*)::int many, sum(sessions)::int sessions
      from each where alone group by urn, phase, sen_provision, free_school_meals, pupil, suspension, exclusion
      union all
      select child, urn, phase, sen_provision, free_school_meals, pupil, suspension, exclusion, 1, sessions from each where not alone)
    %1$s
    %2$s
    $q$, groups, shown)
  using (q ->> 'from')::date, (q ->> 'to')::date, array(select jsonb_array_elements_text(q -> 'bankHolidays')::date),
    (q ->> 'pupilsOn')::date, the_school, divided;
end $$;
grant execute on function education.cube_suspensions(text) to {{prefix}}_education;
