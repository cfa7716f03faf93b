-- owner: {{prefix}}_maintain
-- True figures of a cohort's attendance: a row a group, one of the state they are of, and where small numbers are to be hidden
-- those of virtual_school.cohort_cells. `question` names the cohort, the
-- first and the last Monday, what to divide by, and, for terms, each one's name and first Monday; `asAt` asks for what was
-- believed then. Children are judged each within the group, over its own sessions, in integers, and stand in every group they
-- have a session in. Beside them the same schools and weeks, and the same phases and weeks, of all pupils: weighted by the
-- group's own sessions, from the schools' own registers, as they are held now. That takes another look at every slice, and is
-- left out where `beside` does not ask for it. Suspensions are those that began in the weeks on a day on which the cohort was
-- held, as they are believed with the rest; null while none is kept of anybody, for that is not none.
create or replace function virtual_school.cube_cohort_attendance(question text) returns setof json
language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set work_mem = '32MB' set jit = off set plan_cache_mode = force_custom_plan as $$
declare
  entitled constant text := ctx.entitled('VIRTUAL_SCHOOL', 'cohort_attendance', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"WEEK": "week_beginning", "TERM": "$7[width_bucket(week_beginning, $6)]", "SCHOOL": "school_urn",
    "PHASE": "phase", "SOCIAL_WORK_TEAM": "team", "SEN_PROVISION": "sen_provision", "FREE_SCHOOL_MEALS": "free_school_meals"}';
  as_at constant timestamptz := q ->> 'asAt';
  slices constant text := virtual_school.cohort_slices(as_at is not null);
  suspensions constant text := virtual_school.cohort_suspensions(as_at is not null);
  -- What to divide by as columns d1 to d3, as a grouping, and as a key.
  dims text := '';
  group_by text := '';
  key text := '';
  judged text;
begin
  if entitled is null then return; end if;
  for n in 1 .. jsonb_array_length(q -> 'by') loop
    dims := dims || format('%s d%s, ', expressions ->> (q -> 'by' ->> (n - 1)), n);
    group_by := group_by || format('d%s, ', n);
    key := key || format(', d%s::text', n);
  end loop;
  key := format('array[%s]::text[]', ltrim(key, ', '));
  -- A slice alone in its week is judged as it stands; of whole terms what the slices add up to is added up.
  judged := format(case when q -> 'by' ? 'WEEK' and as_at is null then
      'select %1$s possible, attended, believed_from believed from %2$s where alone union all
       select %1$s sum(possible), sum(attended), max(believed_from) from %2$s where not alone group by %3$s child_id'
    else
      'select %1$s sum(possible) possible, sum(attended) attended, max(believed_from) believed from %2$s group by %3$s child_id'
    end, dims, case when q -> 'by' ? 'WEEK' or as_at is not null then slices else virtual_school.cohort_terms() end, group_by);
  return query execute format($q$
    with judged as (%3$s),
    grouped as (
      select %5$s count(*)::int children, sum(possible)::int possible, sum(attended)::int attended,
        count(*) filter (where 10 * (possible - attended) >= possible)::int persistent,
        count(*) filter (where 2 * (possible - attended) >= possible)::int severe, max(believed) believed
      from judged group by (%6$s) having count(*) > 0),
    keyed as (select %4$s key, g.* from grouped g),
    phases as (
      select coalesce(s.phase, '') phase, s.week_beginning, sum(s.possible) possible, sum(s.attended) attended
      from virtual_school.kept_school_week s where s.week_beginning between $2 and $3 group by 1, 2),
    weights as (
      select %1$s week_beginning week, school_urn urn, sum(possible) possible from %2$s group by %5$s week, urn),
    beside as (
      select %4$s key, sum(w.possible) filter (where s.possible > 0) of_schools,
        sum(w.possible::numeric * s.attended / nullif(s.possible, 0)) at_schools,
        sum(w.possible) filter (where p.possible > 0) of_phases,
        sum(w.possible::numeric * p.attended / nullif(p.possible, 0)) at_phases
      from weights w
      join virtual_school.kept_school_week s on s.urn = w.urn and s.week_beginning = w.week
      left join phases p on p.phase = coalesce(s.phase, '') and p.week_beginning = w.week
      where $8
      group by key),
    suspended as (
      select %4$s key, count(*)::int suspensions, sum(sessions)::int sessions
      from (select %1$s c.sessions from %7$s c
        where cohort = $1 and week_beginning between $2 and $3 and ($5 is null or school_urn = $5)) u
      group by key),
    told as (select exists (select from %8$s k) any_suspensions)
    select json_build_object('key', g.key, 'children', g.children, 'possible', g.possible, 'attended', g.attended,
      'persistent', g.persistent, 'severe', g.severe,
      'suspensions', case when t.any_suspensions then coalesce(u.suspensions, 0) end,
      'suspendedSessions', case when t.any_suspensions then coalesce(u.sessions, 0) end,
      'schools', json_build_object('of', coalesce(b.of_schools, 0), 'percent', round(100 * b.at_schools / b.of_schools, 4)),
      'phases', json_build_object('of', coalesce(b.of_phases, 0), 'percent', round(100 * b.at_phases / b.of_phases, 4)),
      'believed', g.believed)
    from keyed g cross join told t left join beside b using (key) left join suspended u using (key) order by g.key collate "C"
    $q$, dims, slices, judged, key, group_by, rtrim(group_by, ', '), suspensions,
    case when as_at is null then 'virtual_school.kept_suspension' else suspensions end)
  using q ->> 'cohort', (q ->> 'from')::date, (q ->> 'to')::date, as_at,
    case when entitled = 'OWN_SCHOOL' then coalesce(ctx.claims() ->> 'org', '') end,
    array(select (t ->> 'from')::date from jsonb_array_elements(q -> 'terms') t),
    array(select t ->> 'term' from jsonb_array_elements(q -> 'terms') t), coalesce((q ->> 'beside')::boolean, false);
  if entitled = 'SUPPRESSED' then
    return query select virtual_school.cohort_cells(q);
  end if;
  return query select json_build_object('replaced', (
      select max(p.believed_until) from virtual_school.cohort_session_week_past p
      where p.cohort = q ->> 'cohort' and p.week_beginning between (q ->> 'from')::date and (q ->> 'to')::date
        and (as_at is null or p.believed_until <= as_at)),
    'newestRegister', (select max(s.week_beginning) from virtual_school.kept_school_week s));
end $$;
grant execute on function virtual_school.cube_cohort_attendance(text) to {{prefix}}_virtual_school;
