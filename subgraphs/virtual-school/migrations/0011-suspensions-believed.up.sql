-- What counted for a cohort is asked for as it was believed at a moment too: since when a suspension counts so, and what was
-- said until it was put right, as the read model has it for sessions (cohort_session_week_past).
alter table virtual_school.cohort_suspension add column believed_from timestamptz not null default now();
alter table virtual_school.cohort_suspension alter column believed_from drop default;

create table virtual_school.cohort_suspension_past (
  like virtual_school.cohort_suspension,
  believed_until timestamptz not null,
  primary key (child_id, cohort, school_urn, started_on, category, believed_from),
  check (believed_from < believed_until)
);
create index cohort_suspension_past_of on virtual_school.cohort_suspension_past (cohort, week_beginning);
select access.secure('virtual_school.cohort_suspension_past', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'select, insert, delete',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
select access.secure_facets('virtual_school.cohort_suspension_past', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
