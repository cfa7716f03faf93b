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

-- An identifier as the audit may hold it: the same value gives the same hash, which without the key gives no value.
create function partnership.keyed_hash(value text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select encode(crypto.hmac(convert_to(value, 'UTF8'), (select key from partnership.hash_key), 'sha256'), 'hex')
  where ctx.claims() ->> 'sub' is not null
$$;

-- Every child whom one of these keys may mean, with every source's version of them. Whose record it is is not known
-- before it is resolved, so no permit can name these children first: a system alone may ask, and the unit it asks in
-- is then opened for the children it settles on.
create function partnership.candidates(sources text[], source_keys text[], identifier_keys text[], person_keys text[])
returns table (child_id uuid, records jsonb)
-- While the tables fill for the first time there are no statistics yet, and every key would be sought row by row.
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  c constant jsonb := ctx.claims();
begin
  if not coalesce((c ->> 'system')::boolean and c -> 'operations' ? 'PARTNERSHIP:resolve', false)
    or greatest(cardinality(source_keys), cardinality(person_keys)) > 500 or cardinality(identifier_keys) > 2500 then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  perform access.audit_operator('PARTNERSHIP', 'identity.candidates');
  return query
    with found as (
      select r.child_id from partnership.source_record r
        join unnest(sources, source_keys) k(source, source_key) on r.source = k.source and r.source_key = k.source_key
      union select r.child_id from unnest(candidates.identifier_keys) k
        join partnership.source_record r on r.identifier_keys @> array[k]
      union select r.child_id from partnership.source_record r where r.person_key = any (person_keys))
    select r.child_id, jsonb_agg(jsonb_build_object('source', r.source, 'sourceKey', r.source_key, 'given', r.given,
        'family', r.family, 'preferred', r.preferred, 'previousFamily', r.previous_family, 'dateOfBirth', r.date_of_birth,
        'sex', r.sex, 'postcode', r.postcode, 'identifiers', r.identifiers, 'received', r.received)
        order by r.source, r.source_key)
      from found join partnership.source_record r using (child_id) group by r.child_id;
end $$;

reset role;
grant usage on schema crypto to {{prefix}}_maintain;
alter function partnership.keyed_hash(text) owner to {{prefix}}_maintain;
alter function partnership.candidates(text[], text[], text[], text[]) owner to {{prefix}}_maintain;
revoke execute on function partnership.keyed_hash(text), partnership.candidates(text[], text[], text[], text[]) from public;
grant execute on function partnership.keyed_hash(text), partnership.candidates(text[], text[], text[], text[])
  to {{prefix}}_partnership;
insert into partnership.hash_key (key) values (crypto.gen_random_bytes(32));
set local role {{prefix}}_access;
grant execute on function ctx.claims() to {{prefix}}_maintain;
set local role {{owner}};
