-- Whose record is this: every source's record under an id of its own, what they are compared by, what waits for a
-- person, and what was decided.

-- Where the identity of one source's record ends: its own source says so. The row stays, without any fact, so that the
-- record does not come back with the next file.
alter table partnership.source_record
  add id uuid not null default gen_random_uuid(),
  -- Order of first arrival: the eldest record of a child gives the id it is shown by.
  add arrival bigint generated always as identity,
  add deleted_on date,
  drop identifier_keys, drop person_key;
create unique index source_record_own_id on partnership.source_record (id);

-- What a source said before it said something else: names and dates that others may still hold.
create table partnership.former_version (
  child_id uuid not null,
  source text not null,
  source_key text not null,
  given text,
  family text,
  date_of_birth date,
  postcode text,
  received timestamptz not null
);
create index former_version_child on partnership.former_version (child_id);
select access.secure('partnership.former_version', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert, delete');

-- What records are found by, as hashes: records that share a key are compared, others never.
create table partnership.match_key (
  key bigint not null,
  child_id uuid not null,
  source text not null,
  source_key text not null,
  -- A number of an agency's: never left out for being common.
  sure boolean not null,
  primary key (key, source, source_key)
);
create index match_key_record on partnership.match_key (source, source_key);
select access.secure('partnership.match_key', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert, delete');

-- How common a name is among the records: to share a rare one says more. For the matcher alone.
create table partnership.name_count (
  kind text not null check (kind in ('given', 'family', 'record')),
  name text not null,
  n int not null,
  primary key (kind, name)
);
grant select, insert, update on partnership.name_count to {{prefix}}_maintain;

-- Each record says its own numbers; where two are linked, both do.
alter table partnership.identifier drop constraint identifier_pkey, drop constraint identifier_value_hash_key,
  add primary key (type, value, child_id);
create index identifier_hash on partnership.identifier (value_hash);
-- Only those of a record that its source asked to be deleted: see access.forget.
grant delete on partnership.identifier to {{prefix}}_partnership;

-- How often it was decided who this child is; see separateChildren.
alter table partnership.child add version int not null default 1;

-- A record that may be of a child already known: a person decides.
create table partnership.match_review (
  id uuid primary key default gen_random_uuid(),
  -- The record's own.
  child_id uuid not null,
  source text not null,
  source_key text not null,
  -- UNCERTAIN, TWIN, CONFLICT
  kind text not null,
  rule_version text not null,
  raised_at timestamptz not null default now(),
  state text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'SEPARATE')),
  version int not null default 1
);
create unique index match_review_open on partnership.match_review (child_id) where state = 'OPEN';
create index match_review_record on partnership.match_review (child_id);
create index match_review_queue on partnership.match_review (raised_at, id) where state = 'OPEN';
select access.secure('partnership.match_review', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert, update, delete');

create table partnership.match_candidate (
  review_id uuid not null references partnership.match_review on delete cascade,
  -- The child as it was shown when the review was raised.
  child_id uuid not null,
  score float8 not null,
  -- In words, without any value.
  evidence text[] not null,
  primary key (review_id, child_id)
);
create index match_candidate_child on partnership.match_candidate (child_id);
select access.secure('partnership.match_candidate', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert, update, delete');

-- A person said that these are two children. No file undoes it.
create table partnership.kept_apart (
  child_id uuid not null,
  other_id uuid not null,
  primary key (child_id, other_id)
);
select access.secure('partnership.kept_apart', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert, delete');

-- Who decided, when, by which rule. Never changed.
create table partnership.match_decision (
  seq bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- The record's own id, and the child it was linked with, kept apart from or separated from.
  child_id uuid not null,
  other_id uuid,
  -- LINKED by a rule, CONFIRMED or KEPT_APART by a person, SEPARATED by a person, RELEASED: linked because of what was
  -- separated, and decided again.
  kind text not null check (kind in ('LINKED', 'CONFIRMED', 'KEPT_APART', 'SEPARATED', 'RELEASED')),
  rule text not null,
  rule_version text not null,
  probability float8,
  evidence text[] not null default '{}',
  review_id uuid,
  actor text not null,
  actor_name text,
  reason text,
  -- Of a separation: since when they had been linked; null where it is not known.
  since timestamptz
);
create index match_decision_child on partnership.match_decision (child_id);
select access.secure('partnership.match_decision', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert');
