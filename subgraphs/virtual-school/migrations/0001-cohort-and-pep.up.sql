-- The virtual school: its own personal education plans, and the copies its duty needs of two other domains' facts.

select access.furnish('virtual_school', 'VIRTUAL_SCHOOL');

create table virtual_school.pep (
  child_id uuid not null,
  -- Academic year and term: 2025/26 Spring.
  term text not null,
  due_on date not null,
  completed_on date,
  quality text,
  pupil_premium_plus_pence int,
  primary key (child_id, term)
);
select access.secure('virtual_school.pep', 'VIRTUAL_SCHOOL', 'VIRTUAL_SCHOOL', 'T2', 'select, insert, update');

-- Copies stand under their owner's domain and tier: whoever may not see the fact there may not see the copy here.
create table virtual_school.kept_interval (
  child_id uuid not null,
  status text not null,
  held_from date not null,
  held_until date,
  source_domain text not null generated always as ('SOCIAL_CARE') stored,
  source_tier text not null generated always as ('T3') stored,
  primary key (child_id, status, held_from)
);
select access.secure('virtual_school.kept_interval', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3');

-- The whole row is its key: a week may be held twice, by a child on two rolls or known under two ids.
create table virtual_school.kept_week (
  child_id uuid not null,
  week_beginning date not null,
  school_urn text not null,
  -- Ten characters, one a session, as education packs them.
  marks text not null,
  source_domain text not null generated always as ('EDUCATION') stored,
  source_tier text not null generated always as ('T2') stored,
  primary key (child_id, week_beginning, school_urn, marks)
);
select access.secure('virtual_school.kept_week', 'VIRTUAL_SCHOOL', 'EDUCATION', 'T2', 'select, insert, delete');
