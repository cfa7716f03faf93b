-- Partnership: who a child is. One row a child, the identifiers they are known by, and every source's own version.

select access.furnish('partnership', 'PARTNERSHIP');

create table partnership.child (
  child_id uuid primary key,
  -- Null for a child known only from a return, which carries no names.
  given text,
  family text,
  preferred text,
  previous_family text[] not null default '{}',
  -- Null where unborn or not known.
  date_of_birth date,
  sex text not null default 'UNKNOWN'
);
select access.secure('partnership.child', 'PARTNERSHIP', 'PARTNERSHIP', 'T1', 'select, insert, update');

create table partnership.identifier (
  type text not null,
  value text not null,
  child_id uuid not null references partnership.child,
  -- Said by the body that issues it.
  verified boolean not null,
  -- What a look-up is audited by in place of the value.
  value_hash text not null unique,
  primary key (type, value)
);
create index identifier_child on partnership.identifier (child_id);
select access.secure('partnership.identifier', 'PARTNERSHIP', 'PARTNERSHIP', 'T1', 'select, insert, update');

-- Postcodes and former names among them: a tier above who the child is, and no field shows it yet.
create table partnership.source_record (
  source text not null,
  source_key text not null,
  child_id uuid not null references partnership.child,
  given text,
  family text,
  preferred text,
  previous_family text,
  date_of_birth date,
  sex text not null,
  postcode text,
  identifiers jsonb not null,
  -- What candidates are found by: type|value of each identifier; normalised name, date of birth and postcode.
  identifier_keys text[] not null,
  person_key text,
  received timestamptz not null,
  primary key (source, source_key)
);
create index source_record_child on partnership.source_record (child_id);
create index source_record_person on partnership.source_record (person_key);
create index source_record_identifier on partnership.source_record using gin (identifier_keys) with (fastupdate = off);
select access.secure('partnership.source_record', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select, insert, update');

-- Never leaves the database: see keyed_hash.
create table partnership.hash_key (
  one boolean primary key default true check (one),
  key bytea not null
);
grant select on partnership.hash_key to {{prefix}}_maintain;

reset role;
grant usage on schema crypto to {{prefix}}_maintain;
insert into partnership.hash_key (key) values (crypto.gen_random_bytes(32));
set local role {{owner}};
