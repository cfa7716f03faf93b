-- A slice that is alone in its week of its cohort needs no adding up by child before children are judged: figures by week
-- read such slices as they stand. Where nobody has said so yet, slices are added up, and the figures are the same.
alter table virtual_school.cohort_session_week add column alone boolean not null default false;
alter table virtual_school.cohort_session_week no force row level security;
update virtual_school.cohort_session_week w set alone = true
where not exists (
  select from virtual_school.cohort_session_week o
  where (o.child_id, o.week_beginning, o.cohort) = (w.child_id, w.week_beginning, w.cohort)
    and (o.school_urn, o.team) <> (w.school_urn, w.team));
create index cohort_session_week_alone on virtual_school.cohort_session_week (cohort, week_beginning)
  include (school_urn, possible, attended, believed_from) where alone;
create index cohort_session_week_shared on virtual_school.cohort_session_week (cohort, week_beginning) where not alone;

-- What the slices of a child's term add up to, of all that they are divided by but the week: figures of whole terms are of
-- some rows a child instead of some forty.
create table virtual_school.cohort_session_term (
  child_id uuid not null,
  cohort text not null,
  -- The first day of the term that the Wednesday of its weeks is in.
  term_begins date not null,
  school_urn text not null,
  team text not null,
  phase text not null,
  sen_provision text not null,
  free_school_meals text not null,
  -- Mondays of the first week and the last with a slice.
  first_week date not null,
  last_week date not null,
  -- Sessions.
  possible integer not null,
  attended integer not null,
  -- Since when the hub has said so of all of them.
  believed_from timestamptz not null,
  primary key (child_id, cohort, term_begins, school_urn, team, phase, sen_provision, free_school_meals)
);
insert into virtual_school.cohort_session_term
  select child_id, cohort, make_date(extract(year from week_beginning + 2)::int,
      case when extract(month from week_beginning + 2) >= 9 then 9 when extract(month from week_beginning + 2) >= 4 then 4 else 1 end, 1),
    school_urn, team, phase, sen_provision, free_school_meals, min(week_beginning), max(week_beginning), sum(possible),
    sum(attended), max(believed_from)
  from virtual_school.cohort_session_week group by 1, 2, 3, 4, 5, 6, 7, 8;
alter table virtual_school.cohort_session_week force row level security;
create index cohort_session_term_figures on virtual_school.cohort_session_term (cohort, term_begins)
  include (child_id, first_week, last_week, school_urn, possible, attended, believed_from);
select access.secure('virtual_school.cohort_session_term', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'select, insert, update, delete',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
select access.secure_facets('virtual_school.cohort_session_term', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
