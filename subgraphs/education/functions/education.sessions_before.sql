-- owner: {{prefix}}_maintain
-- How many sessions of the school year whose first week begins on a Monday lie before a day: none before the year, all of its 53
-- weeks after it. A weekend lies behind its week. One expression, so that it becomes part of whatever asks.
create or replace function education.sessions_before(the_day date, first_week date) returns int
language sql immutable as $$
  select least(greatest(the_day - first_week, 0) / 7 * 10 + least(greatest(the_day - first_week, 0) % 7, 5) * 2, 530)
$$;
