-- Education's calendars of schools, week by week: of no child.
create table partnership.kept_calendar_week (
  urn text not null,
  week_beginning date not null,
  -- A bit a weekday, Monday = 1, of which the calendar speaks; of these, those on which the school is open.
  calendar_days smallint not null,
  open_days smallint not null,
  -- The owner's, of its last change.
  version bigint not null,
  primary key (urn, week_beginning)
);
select access.reference('partnership.kept_calendar_week', 'PARTNERSHIP');

-- The copy is made from the owner's versions, at the first look: what was said before is not to be heard. Whatever is still
-- being said comes after this position.
alter table partnership.event_position no force row level security;
insert into partnership.event_position (consumer, domain, xid, seq)
values ('calendar-feed', 'EDUCATION', (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text::xid8, 9223372036854775807);
alter table partnership.event_position force row level security;
