-- On which days schools are open: terms, closures and INSET days, of a school or of all schools of an area. About no child.
create table education.school_calendar (
  scope text not null check (scope in ('SCHOOL', 'AREA')),
  -- The school's URN, or the area's local authority code.
  code text not null,
  kind text not null check (kind in ('TERM', 'CLOSED', 'INSET')),
  from_on date not null,
  -- The last day, itself included.
  until_on date not null check (until_on >= from_on),
  primary key (scope, code, kind, from_on)
);
select access.reference('education.school_calendar', 'EDUCATION');

create sequence education.calendar_version;
grant usage on sequence education.calendar_version to {{prefix}}_education;

-- What the calendar that holds for a school says, week by week: follows from the above, and from where the school lies.
create table education.calendar_week (
  urn text not null,
  week_beginning date not null check (extract(isodow from week_beginning) = 1),
  -- A bit a weekday, Monday = 1, of which the calendar speaks; of these, those on which the school is open. Where it speaks no
  -- longer the row stays, both 0, so that whoever keeps a copy hears of it.
  calendar_days smallint not null check (calendar_days between 0 and 31),
  open_days smallint not null check (open_days & ~calendar_days = 0),
  -- Grows: what changed last has the greatest.
  version bigint not null,
  primary key (urn, week_beginning)
);
create index calendar_week_version on education.calendar_week (version);
select access.reference('education.calendar_week', 'EDUCATION', 'select, insert, update');

-- A calendar changes for no child in particular: such an event names none.
alter table education.outbox alter column child_id drop not null;
