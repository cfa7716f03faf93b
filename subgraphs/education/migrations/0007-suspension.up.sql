-- Suspensions and permanent exclusions, as schools tell them. A row is what a school said, at one time, of one of them: what
-- is said otherwise later is a row of its own, and the one before it is superseded, never changed.

create table education.suspension (
  id uuid primary key,
  child_id uuid not null,
  urn text not null,
  started_on date not null,
  category text not null,
  -- Of the same pupil, school, first day and category, from 1.
  version int not null,
  -- The first session it is of; null for lunchtimes.
  session text,
  sessions int,
  lunchtimes int,
  -- Published codes, the main one first.
  reasons text[] not null default '{}',
  cancelled_on date,
  -- Sessions, or lunchtimes, that the pupil was kept out of before it was cancelled.
  served int,
  -- The day full-time provision was in place, and who gives it, as the school's file has it.
  provision_on date,
  provider text,
  recorded_at timestamptz not null,
  -- When something else was said of it; null for what stands.
  superseded_at timestamptz,
  unique (child_id, urn, started_on, category, version),
  check (cancelled_on >= started_on),
  check (provision_on >= started_on),
  check (category = 'LUNCHTIME' or lunchtimes is null),
  check (category = 'SUSPENSION' or (sessions is null and session is null)),
  check (cardinality(reasons) <= 3)
);
create unique index suspension_stands on education.suspension (child_id, urn, started_on, category) where superseded_at is null;
select access.secure('education.suspension', 'EDUCATION', 'EDUCATION', 'T2', 'select, insert');
grant update (superseded_at) on education.suspension to {{prefix}}_education;
