-- owner: {{prefix}}_maintain
-- The first day, 1 September, of the academic year that a school week belongs to: the year of its Friday.
create or replace function education.year_of_week(week_beginning date) returns date
language sql immutable as $$
  select (date_trunc('year', week_beginning + 4 - interval '8 months') + interval '8 months')::date
$$;
grant execute on function education.year_of_week(date) to {{prefix}}_education;
