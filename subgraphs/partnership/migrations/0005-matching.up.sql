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

-- The children that keys of other kinds belong to, as before and for matching: a review leads to its record and its
-- candidates, the queue's next page ('limit|after') to those of its reviews.
create function partnership.page_of_reviews(page text) returns table (id uuid)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.id from partnership.match_review r
  where r.state = 'OPEN' and page ~ '^[0-9]{1,3}\|([0-9a-f-]{36})?$'
    -- Nobody is shown these: a page must not be filled with them.
    and not exists (select from access.unlinkable(array(
      select r.child_id union all select c.child_id from partnership.match_candidate c where c.review_id = r.id)))
    and (split_part(page, '|', 2) = '' or (r.raised_at, r.id) >
      (select a.raised_at, a.id from partnership.match_review a where a.id::text = split_part(page, '|', 2)))
  order by r.raised_at, r.id limit (case when page ~ '^[0-9]{1,3}\|' then split_part(page, '|', 1) end)::int
$$;

reset role;
alter function partnership.page_of_reviews(text) owner to {{prefix}}_maintain;
drop function partnership.candidates(text[], text[], text[], text[]);
drop function partnership.subjects(text, text[]);
set local role {{owner}};

create function partnership.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.value_hash, i.child_id from partnership.identifier i where kind = 'identifier' and i.value_hash = any (ids)
  union all
  select a.id::text, a.child_id from partnership.agenda_item a
  where kind = 'agenda-item' and a.id = any (array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
  union all
  select distinct a.school_urn, a.child_id from partnership.agenda_item a
  where kind = 'agenda-of-school' and a.school_urn = any (ids) and a.closed_at is null
  union all
  select w.id::text, b.child_id from (
      select r.id from partnership.match_review r where subjects.kind = 'match-review' and r.id = any (
        array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
      union all select p.id from unnest(ids) page cross join partnership.page_of_reviews(page) p where kind = 'open-match-reviews') w
    cross join lateral (
      select r.child_id from partnership.match_review r where r.id = w.id
      union all select c.child_id from partnership.match_candidate c where c.review_id = w.id) b
$$;

-- Every child that one of these keys may mean, with every record of each and which were said to be two. Whose record
-- it is is not known before it is resolved, so no permit can name these children first: a system alone may ask, and
-- the unit it asks in is then opened for the children it settles on. A key that very many records share finds nobody:
-- records of one child share others. Adopted and sealed children are marked, so that only their own system's next file
-- finds them.
create function partnership.candidates(sources text[], source_keys text[], match_keys bigint[])
returns table (shown uuid, records jsonb, apart jsonb, closed boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  c constant jsonb := ctx.claims();
begin
  if not coalesce((c ->> 'system')::boolean and c -> 'operations' ? 'PARTNERSHIP:resolve', false)
    or cardinality(sources) > 500 or cardinality(match_keys) > 20000 then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  perform access.audit_operator('PARTNERSHIP', 'identity.candidates');
  return query
    with own as materialized (
      select r.child_id from unnest(sources, source_keys) k(source, source_key)
        join partnership.source_record r on r.source = k.source and r.source_key = k.source_key),
    alike as materialized (
      select distinct m.child_id from (select distinct unnest(match_keys) key) k
      cross join lateral (
        select array_agg(x.child_id) ids from (
          select n.child_id, n.sure from partnership.match_key n where n.key = k.key limit 101) x
        having count(*) <= 100 or bool_or(x.sure)) found
      cross join lateral unnest(found.ids) m(child_id)),
    found as materialized (
      select distinct w.shown from access.shown(array(select o.child_id from own o union select a.child_id from alike a)) w),
    closed as materialized (select u.id from access.unlinkable(array(select f.shown from found f)) u(id)),
    held as materialized (select k.asked, k.held from ctx.keys(array(select f.shown from found f)) k)
    select h.asked,
      jsonb_agg(jsonb_build_object('childId', r.child_id, 'arrival', r.arrival, 'source', r.source, 'sourceKey', r.source_key,
        'given', r.given, 'family', r.family, 'preferred', r.preferred, 'previousFamily', r.previous_family,
        'formerFamilies', (select coalesce(jsonb_agg(distinct f.family), '[]') from partnership.former_version f
          where f.child_id = r.child_id and f.source = r.source and f.source_key = r.source_key and f.family <> r.family),
        'dateOfBirth', r.date_of_birth, 'sex', r.sex, 'postcode', r.postcode, 'identifiers', r.identifiers,
        'received', r.received, 'deletedOn', r.deleted_on) order by r.arrival),
      (select coalesce(jsonb_agg(jsonb_build_array(p.child_id, p.other_id)), '[]') from partnership.kept_apart p
        where p.child_id in (select h2.held from held h2 where h2.asked = h.asked)
          or p.other_id in (select h2.held from held h2 where h2.asked = h.asked)),
      h.asked in (select cl.id from closed cl)
    from held h join partnership.source_record r on r.child_id = h.held group by h.asked;
end $$;

create function partnership.count_names(kinds text[], names text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce((ctx.claims() ->> 'system')::boolean and ctx.claims() -> 'operations' ? 'PARTNERSHIP:resolve', false) then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  insert into partnership.name_count as held (kind, name, n)
    select kind, name, count(*) from unnest(kinds, names) x(kind, name) group by 1, 2
  on conflict (kind, name) do update set n = held.n + excluded.n;
end $$;

create function partnership.name_counts(kinds text[], names text[]) returns table (kind text, name text, n int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- A reviewer's separation has records decided again.
  if not coalesce((ctx.claims() ->> 'system')::boolean and ctx.claims() -> 'operations' ? 'PARTNERSHIP:resolve', false)
    and (ctx.claims() ->> 'role', ctx.claims() ->> 'purpose') is distinct from ('match-reviewer', 'MATCHING') then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  return query select h.kind, h.name, h.n from unnest(kinds, names) x(kind, name)
    join partnership.name_count h on h.kind = x.kind and h.name = x.name;
end $$;

reset role;
alter function partnership.subjects(text, text[]) owner to {{prefix}}_maintain;
alter function partnership.candidates(text[], text[], bigint[]) owner to {{prefix}}_maintain;
alter function partnership.count_names(text[], text[]) owner to {{prefix}}_maintain;
alter function partnership.name_counts(text[], text[]) owner to {{prefix}}_maintain;
revoke execute on function partnership.page_of_reviews(text), partnership.subjects(text, text[]), partnership.candidates(text[], text[], bigint[]),
  partnership.count_names(text[], text[]), partnership.name_counts(text[], text[]) from public;
grant execute on function partnership.subjects(text, text[]) to {{prefix}}_access;
grant execute on function partnership.candidates(text[], text[], bigint[]), partnership.count_names(text[], text[]),
  partnership.name_counts(text[], text[]) to {{prefix}}_partnership;
set local role {{owner}};
