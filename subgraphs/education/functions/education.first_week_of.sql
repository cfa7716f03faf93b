-- owner: {{prefix}}_maintain
-- The Monday of the first week of the academic year that a school week belongs to: the first whose Friday is in it.
create or replace function education.first_week_of(week_beginning date) returns date
language sql immutable as $$
  select y.begins + 2 - (extract(isodow from y.begins + 2)::int - 1)
  from (select education.year_of_week(week_beginning) begins) y
$$;
