-- All pupils' sessions at one school in one week, from the school's own register: about no child.
create index enrolment_urn on education.enrolment (urn);

create sequence education.school_week_version;
grant usage on sequence education.school_week_version to {{prefix}}_maintain;

create table education.school_week_total (
  urn text not null,
  week_beginning date not null check (extract(isodow from week_beginning) = 1),
  -- As the register of schools has it; null where it has no such school.
  phase text,
  -- Enrolments with a possible session in the week: a pupil on two rolls counts at both.
  pupils int not null,
  -- Sessions.
  possible int not null,
  attended int not null,
  authorised int not null,
  unauthorised int not null,
  -- Enrolments absent from a tenth, from half, of their own possible sessions, from 1 September to the end of the week.
  persistent_to_date int not null,
  severe_to_date int not null,
  -- A bit a weekday, Monday = 1, on which anybody has a mark but #.
  school_days smallint not null check (school_days between 0 and 31),
  -- Grows: what was counted last has the greatest. Where nothing counts any longer the row stays, all 0, so that whoever
  -- keeps a copy hears of it.
  version bigint not null,
  primary key (urn, week_beginning)
);
create index school_week_total_version on education.school_week_total (version);
select access.reference('education.school_week_total', 'EDUCATION', 'select');
create policy counts on education.school_week_total to {{prefix}}_maintain using (true) with check (true);
grant insert, update on education.school_week_total to {{prefix}}_maintain;

-- From which week on a school's totals are to be counted anew, within the academic year. Only ever added to by what changes
-- marks or rolls, in the same transaction: nobody waits for another, and what is not yet seen is counted the next time.
create table education.school_week_stale (
  id bigint generated always as identity primary key,
  urn text not null,
  week_beginning date not null
);
create index school_week_stale_urn on education.school_week_stale (urn);
select access.reference('education.school_week_stale', 'EDUCATION', 'insert');
create policy counts on education.school_week_stale to {{prefix}}_maintain using (true) with check (true);
grant insert, delete on education.school_week_stale to {{prefix}}_maintain;

-- What is held already is counted too.
alter table education.enrolment no force row level security;
alter table education.attendance_week no force row level security;
alter table education.school_week_stale no force row level security;
insert into education.school_week_stale (urn, week_beginning)
  select e.urn, min(w.week_beginning)
  from education.attendance_week w join education.enrolment e on e.id = w.enrolment_id
  group by e.urn, date_trunc('year', w.week_beginning + 4 - interval '8 months');
alter table education.enrolment force row level security;
alter table education.attendance_week force row level security;
alter table education.school_week_stale force row level security;
