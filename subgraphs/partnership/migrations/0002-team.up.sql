-- Who works with a child, as each domain says: a copy, under that domain's own sensitivity. And the organisations.

create table partnership.organisation (
  id text primary key,
  name text not null,
  kind text
);
select access.reference('partnership.organisation', 'PARTNERSHIP', 'select, insert, update');

create table partnership.team_fact (
  child_id uuid not null,
  -- Whose fact it is.
  domain text not null,
  ordinal int not null,
  name text not null,
  role text not null,
  organisation_id text,
  lead boolean not null,
  since date,
  contact text,
  as_at timestamptz,
  primary key (child_id, domain, ordinal)
);
select access.secure('partnership.team_fact', 'PARTNERSHIP', 'EDUCATION', 'T2', 'select, insert, delete', $$domain = 'EDUCATION'$$);
select access.secure('partnership.team_fact', 'PARTNERSHIP', 'HEALTH', 'T3', 'select, insert, delete', $$domain = 'HEALTH'$$);
select access.secure('partnership.team_fact', 'PARTNERSHIP', 'SOCIAL_CARE', 'T3', 'select, insert, delete', $$domain = 'SOCIAL_CARE'$$);
select access.secure('partnership.team_fact', 'PARTNERSHIP', 'VIRTUAL_SCHOOL', 'T2', 'select, insert, delete', $$domain = 'VIRTUAL_SCHOOL'$$);
