-- The read model of attendance: what a child's sessions came to week by week, worked out from copies of social care's and
-- education's facts, so that figures of groups and the weekly list are read and not counted anew each time.

-- Copies stand under their owner's domain and tier: whoever may not see the fact there may not see the copy here.

-- Which team held a child's case, in which role; never who.
create table virtual_school.kept_allocation (
  child_id uuid not null,
  role text not null,
  -- Empty where the allocation names none.
  team text not null default '',
  held_from date not null,
  held_until date,
  source_domain text not null generated always as ('SOCIAL_CARE') stored,
  source_tier text not null generated always as ('T3') stored,
  primary key (child_id, role, team, held_from)
);
select access.secure('virtual_school.kept_allocation', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3');
select access.secure_facets('virtual_school.kept_allocation', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3',
  $$case when held_from <= (select ctx.today()) and coalesce(held_until > (select ctx.today()), true) then null else 'HISTORY' end$$,
  '{HISTORY}');

create table virtual_school.kept_enrolment (
  child_id uuid not null,
  school_urn text not null,
  held_from date not null,
  held_until date,
  -- The roll's; UNKNOWN where there is a register but no roll.
  status text not null,
  -- The school's, as the register of schools has it.
  phase text,
  -- What the roll showed and since when, oldest first: [{"provision", "from"}], [{"eligible", "from"}].
  sen_provisions jsonb not null,
  free_school_meals jsonb not null,
  source_domain text not null generated always as ('EDUCATION') stored,
  source_tier text not null generated always as ('T2') stored,
  primary key (child_id, school_urn, held_from, status)
);
select access.secure('virtual_school.kept_enrolment', 'VIRTUAL_SCHOOL', 'EDUCATION', 'T2');

-- Education's totals of schools and weeks: of no child, for comparison.
create table virtual_school.kept_school_week (
  urn text not null,
  week_beginning date not null,
  phase text,
  pupils int not null,
  possible int not null,
  attended int not null,
  authorised int not null,
  unauthorised int not null,
  persistent_to_date int not null,
  severe_to_date int not null,
  -- A bit a weekday, Monday = 1, with any mark but #.
  school_days smallint not null,
  -- The owner's, of its last change.
  version bigint not null,
  primary key (urn, week_beginning)
);
select access.reference('virtual_school.kept_school_week', 'VIRTUAL_SCHOOL');

-- One slice of a child's week: sessions while the child was in a cohort, for the team that held the case on their day, at the
-- school whose mark prevailed. Whoever sees or writes it was opened for both owners' facts.
create table virtual_school.cohort_session_week (
  child_id uuid not null,
  week_beginning date not null,
  cohort text not null,
  school_urn text not null,
  -- Empty where no team held the case.
  team text not null default '',
  -- As on the first day counted: the school's phase, and what the child's rolls showed.
  phase text not null,
  sen_provision text not null,
  free_school_meals text not null,
  -- Sessions.
  possible smallint not null check (possible > 0),
  attended smallint not null,
  authorised smallint not null,
  unauthorised smallint not null,
  late smallint not null,
  part_time smallint not null,
  suspended smallint not null,
  unexplained smallint not null,
  -- Since when the hub has said so.
  believed_from timestamptz not null,
  primary key (child_id, week_beginning, cohort, school_urn, team),
  check (attended + authorised + unauthorised = possible)
);
create index cohort_session_week_of on virtual_school.cohort_session_week (cohort, week_beginning);
select access.secure('virtual_school.cohort_session_week', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'select, insert, update, delete',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
select access.secure_facets('virtual_school.cohort_session_week', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);

-- What was said until it was put right, and until when.
create table virtual_school.cohort_session_week_past (
  like virtual_school.cohort_session_week,
  believed_until timestamptz not null,
  primary key (child_id, week_beginning, cohort, school_urn, team, believed_from),
  check (believed_from < believed_until)
);
create index cohort_session_week_past_of on virtual_school.cohort_session_week_past (cohort, week_beginning);
select access.secure('virtual_school.cohort_session_week_past', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'select, insert, delete',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
select access.secure_facets('virtual_school.cohort_session_week_past', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);

-- A child's own week, whatever the status: of every week with a mark that counts.
create table virtual_school.child_week (
  child_id uuid not null,
  week_beginning date not null,
  -- Sessions.
  possible smallint not null,
  attended smallint not null,
  authorised smallint not null,
  unauthorised smallint not null,
  late smallint not null,
  part_time smallint not null,
  -- The last day attended, up to the end of this week.
  last_attended_on date,
  -- A bit a weekday, Monday = 1: a session marked N; a session that could have been attended.
  n_days smallint not null,
  possible_days smallint not null,
  -- The main school on the week's first and last day with one.
  first_main_urn text,
  last_main_urn text,
  primary key (child_id, week_beginning)
);
select access.secure('virtual_school.child_week', 'VIRTUAL_SCHOOL', 'EDUCATION', 'T2');

-- A week of a child on a plan, as the weekly list shows it. Weeks running that say the same are one row.
create table virtual_school.plan_week (
  child_id uuid not null,
  -- The first week of which it holds, and the last; null where it holds of every later one, until something is told.
  week_beginning date not null,
  last_week date check (last_week >= week_beginning),
  -- Friday's, else the last held in the week.
  status text not null,
  school_urn text,
  team text not null default '',
  -- The child's own sessions, whatever the status.
  possible smallint not null,
  attended smallint not null,
  authorised smallint not null,
  unauthorised smallint not null,
  late smallint not null,
  last_attended_on date,
  -- [{"kind", "since"}], each kind once.
  alerts jsonb not null,
  alert_count int not null generated always as (jsonb_array_length(alerts)) stored,
  primary key (child_id, week_beginning)
);
create index plan_week_of on virtual_school.plan_week (week_beginning, alert_count desc);
create index plan_week_run on virtual_school.plan_week (week_beginning) where last_week is distinct from week_beginning;
select access.secure('virtual_school.plan_week', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'select, insert, update, delete',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
select access.secure_facets('virtual_school.plan_week', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}',
  $$child_id in (select unnest(ctx.permitted('VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'READ')))$$);
