-- owner: {{prefix}}_maintain
-- The children whom the agenda of a school's team may speak of on a day ('urn|day'), for access.open, which decides about each of
-- them: those of an item that stands, of one closed since with what came of it, and of one with an action to be done.
create or replace function partnership.agenda_of_school(page text) returns table (child_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  the_day date;
begin
  if page !~ '^[0-9]{6}\|[0-9]{4}-[0-9]{2}-[0-9]{2}$' then return; end if;
  the_day := split_part(page, '|', 2)::date;
  return query
    select distinct a.child_id from partnership.agenda_item a
    where a.school_urn = split_part(page, '|', 1) and a.meeting_on <= the_day
      and (a.until > the_day and (a.closed_at is null or a.outcome is not null)
        or exists (select from partnership.agreed_action x where x.agenda_item_id = a.id and x.recorded_on <= the_day
          and (x.done_on is null or x.done_on >= the_day)));
end $$;
