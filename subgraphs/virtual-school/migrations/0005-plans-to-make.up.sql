-- A Personal Education Plan says who did their part and when, and what of the Pupil Premium Plus was set aside for it. Beside
-- the plans that are written, those that are to be made: they follow from a child being looked after, so a term of which
-- no file says anything is a plan that is due, and not nothing.
alter table virtual_school.pep
  add column designated_teacher_on date,
  add column child_views_on date,
  add column signed_off_on date,
  add column pupil_premium_plus_allocated_pence int;
create index on virtual_school.pep (term);

create table virtual_school.pep_to_make (
  child_id uuid not null,
  -- Academic year and term: 2026/27 Autumn.
  term text not null,
  -- Of the first plan of a period of care: the term before, where it may stand in a file, and the day to begin it by.
  begun_term text,
  initiate_by date,
  due_on date not null,
  -- The days on which it is to be made, half-open: of a child looked after now until school ends.
  made_from date not null,
  made_until date not null,
  source_domain text not null generated always as ('SOCIAL_CARE') stored,
  source_tier text not null generated always as ('T3') stored,
  primary key (child_id, term)
);
create index on virtual_school.pep_to_make (term);
-- It tells that and since when a child is looked after, as the copy of social care's statuses does: under the same rules.
select access.secure('virtual_school.pep_to_make', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3');
select access.secure_facets('virtual_school.pep_to_make', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3',
  $$case when made_until > (select ctx.today()) then null else 'HISTORY' end$$, '{HISTORY}');
