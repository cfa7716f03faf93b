-- Education: schools, rolls with the special educational provision they show, registers.

select access.furnish('education', 'EDUCATION');

-- The national register of schools: about organisations, never about a child.
create table education.school (
  urn text primary key,
  name text not null,
  type text not null,
  phase text,
  status text not null,
  local_authority_code text not null,
  local_authority_name text not null,
  establishment_number text,
  opened_on date,
  closed_on date,
  lowest_age int,
  highest_age int,
  postcode text
);
select access.reference('education.school', 'EDUCATION', 'select, insert, update');

-- One spell of one child on one school's roll. The school need not be in education.school: the roll may come first.
create table education.enrolment (
  id uuid primary key,
  child_id uuid not null,
  urn text not null,
  year_group text,
  entry_on date not null,
  -- What the school's roll says.
  left_on date,
  -- What we conclude where it says nothing: the day a later main enrolment began elsewhere.
  superseded_on date,
  until_on date generated always as (coalesce(left_on, superseded_on)) stored,
  -- The roll's status; UNKNOWN where there is a register but no roll yet.
  status text not null,
  -- Codes of the needs the roll shows, the main one first.
  needs text[] not null default '{}',
  free_school_meals boolean,
  left_care_by text,
  -- The provision the roll has shown, oldest first: [{"provision", "from"}].
  sen_provisions jsonb not null default '[]',
  -- Deferred: one file may correct two spells, each into the place of the other.
  unique (child_id, urn, entry_on) deferrable initially deferred
);
select access.secure('education.enrolment', 'EDUCATION', 'EDUCATION', 'T2', 'select, insert, update');

-- One enrolment's school week: ten bytes, Monday morning to Friday afternoon (attendance/marks.ts has the letters).
create table education.attendance_week (
  enrolment_id uuid not null references education.enrolment,
  child_id uuid not null,
  week_beginning date not null check (extract(isodow from week_beginning) = 1),
  marks bytea not null check (octet_length(marks) = 10),
  primary key (enrolment_id, week_beginning)
);
create index attendance_week_child on education.attendance_week (child_id, week_beginning);
select access.secure('education.attendance_week', 'EDUCATION', 'EDUCATION', 'T2', 'select, insert, update');
