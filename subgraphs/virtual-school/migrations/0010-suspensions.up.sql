-- Suspensions and permanent exclusions of the children the virtual school follows, as education told of each last.
create table virtual_school.kept_suspension (
  child_id uuid not null,
  school_urn text not null,
  started_on date not null,
  category text not null,
  -- What counts of it, in the unit of its category.
  sessions int,
  lunchtimes int,
  cancelled_on date,
  source_domain text not null generated always as ('EDUCATION') stored,
  source_tier text not null generated always as ('T2') stored,
  primary key (child_id, school_urn, started_on, category)
);
select access.secure('virtual_school.kept_suspension', 'VIRTUAL_SCHOOL', 'EDUCATION', 'T2');

-- Those of them that count for a cohort: begun on a day on which it was held, and not cancelled. Divided as sessions are.
create table virtual_school.cohort_suspension (
  child_id uuid not null,
  cohort text not null,
  school_urn text not null,
  started_on date not null,
  category text not null,
  week_beginning date not null check (extract(isodow from week_beginning) = 1),
  -- As on its first day: empty where no team held the case, the school's phase, and what the child's rolls showed.
  team text not null,
  phase text not null,
  sen_provision text not null,
  free_school_meals text not null,
  sessions int not null,
  primary key (child_id, cohort, school_urn, started_on, category)
);
create index cohort_suspension_of on virtual_school.cohort_suspension (cohort, week_beginning);
select access.secure('virtual_school.cohort_suspension', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'select, insert, update, delete',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
select access.secure_facets('virtual_school.cohort_suspension', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
