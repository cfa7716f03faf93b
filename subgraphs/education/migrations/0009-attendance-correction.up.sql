-- Marks that a school put right: what a session was marked as, what it became, by which file and when. Appended to in the
-- transaction that changes the mark, and never changed. The first mark of a session is none.

create table education.attendance_correction (
  id uuid primary key,
  child_id uuid not null,
  enrolment_id uuid not null references education.enrolment,
  urn text not null,
  session_on date not null,
  session text not null check (session in ('AM', 'PM')),
  -- Published codes.
  was text not null,
  became text not null check (became <> was),
  -- The name of the file that says so, without its folder.
  file text not null,
  recorded_at timestamptz not null
);
create index attendance_correction_child on education.attendance_correction (child_id, session_on);
select access.secure('education.attendance_correction', 'EDUCATION', 'EDUCATION', 'T2', 'select, insert');
create policy told_by_registers on education.attendance_correction as restrictive for insert to {{prefix}}_education
  with check ((select ctx.claims() ->> 'role') = 'system');
