-- What the decision is made from: relationships, memberships, rules, agreements, restrictions, objections, aliases.

create table access.domain (
  domain text primary key,
  schema_name name not null unique,
  app_role name not null
);

-- Which domain may write relationships of which basis, to whom; and which a person's own act may lead to.
create table access.basis (
  domain text not null references access.domain,
  basis text not null,
  grantee_shape text not null,
  by_person boolean not null,
  primary key (domain, basis)
);

-- The most telling table of all: who knows which child, and through what.
create table access.relationship (
  child_id uuid not null,
  -- person:<subject>, org:<urn, ods or council code>, team:<id>
  grantee text not null,
  basis text not null,
  -- The domain's own fact this follows from; one fact, one row.
  reference text not null,
  valid tstzrange not null,
  primary key (child_id, grantee, basis, reference)
);
create index relationship_from_grantee on access.relationship (grantee, basis, child_id);

create table access.membership (
  team text not null,
  subject text not null,
  valid tstzrange not null,
  primary key (subject, team)
);

create table access.agreement (
  agreement text primary key,
  title text not null,
  valid tstzrange not null
);

-- Written by hub migrate from the same rules that the *.policy.ts files evaluate.
create table access.rule (
  about text not null references access.domain (domain),
  tier text not null,
  act text not null check (act in ('READ', 'WRITE')),
  role text not null,
  purpose text not null,
  basis text not null,
  agreement text references access.agreement,
  outcome text not null check (outcome in ('FULL', 'REDACTED', 'EXISTENCE_ONLY')),
  version text not null,
  primary key (about, tier, act, role, purpose, basis)
);

create table access.restriction (
  child_id uuid not null,
  kind text not null check (kind in ('PROTECTED_ADDRESS', 'ADOPTION', 'SEALED', 'STAFF_FAMILY')),
  since date not null,
  until date,
  primary key (child_id, kind)
);

-- Roles that may see a child under a restriction of a kind that hides the whole child.
create table access.clearance (
  role text not null,
  kind text not null,
  primary key (role, kind)
);

create table access.objection (
  child_id uuid not null,
  -- Null: every domain.
  about text references access.domain (domain),
  purpose text,
  valid tstzrange not null,
  reference text not null,
  primary key (child_id, reference)
);

-- Two ids of one child after a merge: rows keep the id they were written under.
create table access.child_alias (
  held uuid primary key,
  canonical uuid not null,
  check (held <> canonical)
);
create index child_alias_canonical on access.child_alias (canonical);

do $$
declare t name;
begin
  foreach t in array array['relationship', 'membership', 'restriction', 'objection', 'child_alias'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy decides on access.%I to {{prefix}}_access using (true) with check (true)', t);
  end loop;
end $$;
