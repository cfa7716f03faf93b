-- owner: {{prefix}}_maintain
-- The children for whom a school's team had agreed something by a day that was to be done then, or was done in the year before
-- ('urn|day'), for access.open, which decides about each of them.
create or replace function partnership.actions_of_school(page text) returns table (child_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  the_day date;
begin
  if page !~ '^[0-9]{6}\|[0-9]{4}-[0-9]{2}-[0-9]{2}$' then return; end if;
  the_day := split_part(page, '|', 2)::date;
  return query
    select distinct a.child_id from partnership.agreed_action a
    where a.school_urn = split_part(page, '|', 1) and a.recorded_on <= the_day
      and (a.done_on is null or a.done_on > the_day - 366);
end $$;
