-- owner: {{prefix}}_maintain
-- These schools go by another name, or have one from now on, where a roll came before the register of schools: says so of every
-- child who is or was on their roll, since a move to or from a school is told with its name. Whoever hears it asks for the facts.
create or replace function education.say_renamed(urns text[]) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select access.emit_following('EDUCATION', 'school-renamed', array(
    select distinct e.child_id from education.enrolment e where e.urn = any (urns)))
$$;
grant execute on function education.say_renamed(text[]) to {{prefix}}_education;
