-- owner: {{prefix}}_maintain
-- True figures of the suspensions and permanent exclusions of children in each cohort in a school year, begun on a day on which it was
-- held and not cancelled: a row a group. `question` names the year's first and last Monday, its first and last day, and what to
-- divide by. Children are those with a possible session in the group in the year's weeks, as in figures of attendance.
-- `told` says whether any school told of a suspension at all: none told is not none.
create or replace function virtual_school.cube_cohort_suspensions(question text) returns setof json
language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set work_mem = '32MB' set jit = off as $$
declare
  entitled constant text := ctx.entitled('VIRTUAL_SCHOOL', 'cohort_suspensions', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"COHORT": "cohort", "SCHOOL": "school_urn", "PHASE": "phase", "SEN_PROVISION": "sen_provision",
    "FREE_SCHOOL_MEALS": "free_school_meals"}';
  dims text;
begin
  if entitled is null then return; end if;
  select string_agg(expressions ->> d.name, ', ' order by d.place) into dims
  from jsonb_array_elements_text(q -> 'by') with ordinality d(name, place);
  return query execute format($q$
    with present as (
      select array[%1$s]::text[] key, count(distinct child_id)::int children
      from virtual_school.cohort_session_week
      where week_beginning between $1 and $2 and possible > 0 group by %1$s),
    suspended as (
      select array[%1$s]::text[] key, count(*) filter (where category = 'SUSPENSION')::int suspensions,
        count(distinct child_id) filter (where category = 'SUSPENSION')::int suspended,
        count(*) filter (where category = 'PERMANENT')::int exclusions, sum(sessions)::int sessions
      from virtual_school.cohort_suspension where started_on between $3 and $4 group by %1$s),
    told as (select exists (select from virtual_school.kept_suspension) any_suspensions)
    select json_build_object('key', key, 'children', coalesce(p.children, 0), 'told', t.any_suspensions,
      'suspensions', coalesce(s.suspensions, 0), 'suspended', coalesce(s.suspended, 0), 'exclusions', coalesce(s.exclusions, 0),
      'sessions', coalesce(s.sessions, 0))
    from present p full join suspended s using (key) cross join told t order by key collate "C"
    $q$, dims)
  using (q ->> 'firstWeek')::date, (q ->> 'lastWeek')::date, (q ->> 'from')::date, (q ->> 'to')::date;
end $$;
grant execute on function virtual_school.cube_cohort_suspensions(text) to {{prefix}}_virtual_school;
