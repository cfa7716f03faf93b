-- owner: {{prefix}}_maintain
-- The names of the teams that hold or held a case of these cohorts, in order; of no child.
create or replace function virtual_school.cube_social_work_teams(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if ctx.entitled('VIRTUAL_SCHOOL', 'social_work_teams', question) is null then return; end if;
  return query
    select to_json(t.team) from (select distinct a.team from virtual_school.kept_allocation a where a.team <> '') t
    order by t.team collate "C";
end $$;
grant execute on function virtual_school.cube_social_work_teams(text) to {{prefix}}_virtual_school;
