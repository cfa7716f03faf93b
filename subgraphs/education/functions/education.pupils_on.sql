-- owner: {{prefix}}_maintain
-- Who was on the roll of which school on a day as its own pupil, sole or main registration: as the published rates of
-- suspensions have it. `child` is one id of a child; nobody who had died by then.
create or replace function education.pupils_on(the_day date) returns table (child uuid, urn text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct coalesce(o.child, e.child_id), e.urn
  from education.enrolment e left join access.counted_otherwise(the_day) o on o.id = e.child_id
  where e.status in ('CURRENT', 'CURRENT_MAIN') and e.entry_on <= the_day and (e.until_on is null or the_day < e.until_on)
    and (o.id is null or o.child is not null)
$$;
