-- Education's calendars of schools, week by week: of no child.
create table virtual_school.kept_calendar_week (
  urn text not null,
  week_beginning date not null,
  -- A bit a weekday, Monday = 1, of which the calendar speaks; of these, those on which the school is open.
  calendar_days smallint not null,
  open_days smallint not null,
  -- The owner's, of its last change.
  version bigint not null,
  primary key (urn, week_beginning)
);
select access.reference('virtual_school.kept_calendar_week', 'VIRTUAL_SCHOOL');
