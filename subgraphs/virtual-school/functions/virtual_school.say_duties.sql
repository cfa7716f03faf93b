-- owner: {{prefix}}_maintain
-- Files tell of plans of education from another term on: says so of every child for whom any is to be made, since before that
-- term none is missed. Whoever hears it asks for the facts.
create or replace function virtual_school.say_duties() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select access.emit_following('VIRTUAL_SCHOOL', 'pep-changed', array(select distinct m.child_id from virtual_school.pep_to_make m))
$$;
grant execute on function virtual_school.say_duties() to {{prefix}}_virtual_school;
