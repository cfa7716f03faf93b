-- Figures of groups: which role may ask which cube for which purpose, and how much of the truth it is told. A request for
-- figures names no child, so no relationship speaks for it: role and purpose alone decide.

-- Written by hub migrate from the same sentences that the cubes are made of (platform/access/cube.ts).
create table access.cube_rule (
  domain text not null references access.domain,
  cube text not null,
  role text not null,
  purpose text not null,
  -- WHOLE: true figures of the whole group. OWN_SCHOOL: of the caller's own school's pupils alone. SUPPRESSED: what is left
  -- when small numbers are hidden.
  entitled text not null check (entitled in ('WHOLE', 'OWN_SCHOOL', 'SUPPRESSED')),
  version text not null,
  because text not null,
  primary key (domain, cube, role, purpose)
);
