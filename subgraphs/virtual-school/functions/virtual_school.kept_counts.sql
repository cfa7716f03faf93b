-- owner: {{prefix}}_maintain
-- Children of whom anything is worked out, and the rows of it.
create or replace function virtual_school.kept_counts() returns table (children bigint, "rows" bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with worked_out as (
    select child_id from virtual_school.cohort_session_week
    union all select child_id from virtual_school.child_week
    union all select child_id from virtual_school.plan_week)
  select count(distinct child_id), count(*) from worked_out
$$;
