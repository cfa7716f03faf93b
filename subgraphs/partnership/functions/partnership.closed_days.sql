-- The weekdays between two days, both inclusive, on which a school's calendar has it closed: holidays, closures and INSET days
-- (docs/decisions/0061-on-which-days-a-school-is-open.md). A day of which no calendar speaks is none of them.
create or replace function partnership.closed_days(the_urn text, first_day date, last_day date) returns setof date
language sql stable set search_path = pg_catalog, pg_temp as $$
  select w.week_beginning + d
  from partnership.kept_calendar_week w cross join generate_series(0, 4) d
  where w.urn = the_urn and w.week_beginning between first_day - 6 and last_day
    and w.week_beginning + d between first_day and last_day
    and w.calendar_days & ~w.open_days & (1 << d) <> 0
$$;
grant execute on function partnership.closed_days(text, date, date) to {{prefix}}_partnership;
