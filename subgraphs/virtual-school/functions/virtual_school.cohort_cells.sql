-- owner: {{prefix}}_maintain
-- How many children of a cohort, and of how many schools, stand in each group of each week: of all (dimension '') and by each
-- dimension of children that `question` names. Of the two plans and both together where it asks for one of them, since each is
-- the difference of the others. By school the schools with a register that week, whether a child is there or not. From this it
-- is worked out what is hidden from those who are not entitled to the whole group.
create or replace function virtual_school.cohort_cells(question jsonb) returns setof json
language sql stable set search_path = pg_catalog, pg_temp as $$
  with slices as (
    select c.cohort, c.week_beginning, c.child_id, c.school_urn, d.dimension, d.value
    from virtual_school.cohort_session_week c
    cross join lateral (values ('', ''), ('PHASE', c.phase), ('SOCIAL_WORK_TEAM', c.team), ('SEN_PROVISION', c.sen_provision),
      ('FREE_SCHOOL_MEALS', c.free_school_meals)) d(dimension, value)
    where c.cohort = any (case when question ->> 'cohort' in ('CHILD_PROTECTION', 'CHILD_IN_NEED', 'ON_PLAN')
        then '{CHILD_PROTECTION,CHILD_IN_NEED,ON_PLAN}' else array[question ->> 'cohort'] end)
      and c.week_beginning between (question ->> 'from')::date and (question ->> 'to')::date
      and (d.dimension = '' or question -> 'by' ? d.dimension))
  select json_build_object('cohort', s.cohort, 'week', s.week_beginning, 'dimension', s.dimension, 'value', s.value,
    'children', count(distinct s.child_id), 'schools', count(distinct s.school_urn))
  from slices s group by s.cohort, s.week_beginning, s.dimension, s.value
  union all
  select json_build_object('cohort', question ->> 'cohort', 'week', k.week_beginning, 'dimension', 'SCHOOL', 'value', k.urn,
    'children', 0, 'schools', 0)
  from virtual_school.kept_school_week k
  where question -> 'by' ? 'SCHOOL' and k.week_beginning between (question ->> 'from')::date and (question ->> 'to')::date
$$;
