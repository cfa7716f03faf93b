-- owner: {{prefix}}_maintain
-- It became known otherwise on which days these schools are open: says so of every child whom they have suspended, since how
-- long a suspension lasts, and what is owed from its sixth day, are counted in school days. Whoever hears it asks for the facts.
create or replace function education.say_school_days(urns text[]) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select access.emit_following('EDUCATION', 'school-days-changed', array(
    select distinct s.child_id from education.suspension s where s.urn = any (urns) and s.superseded_at is null))
$$;
grant execute on function education.say_school_days(text[]) to {{prefix}}_education;
