-- Finding a child by name among those one may see, and the alert that is raised when somebody takes a case on.

-- What a child may be found by, under each of its ids: hashes of names as they are compared, and of the date of birth.
create table partnership.search_entry (
  child_id uuid primary key,
  keys bigint[] not null,
  -- Whose area the child lives in (org:<council code>); null where not known.
  area text
);
select access.secure('partnership.search_entry', 'PARTNERSHIP', 'PARTNERSHIP', 'T1', 'select, insert, update');

-- New entries wait in a list that every search would read: `settle_search` empties it with each batch.
create index search_entry_in_area on partnership.search_entry using gin (partnership.in_area(area, keys))
  where area is not null;

-- What somebody responsible is to look at: raised by the database itself, in the act it is about.
create table partnership.alert (
  id uuid primary key,
  child_id uuid not null,
  kind text not null check (kind in ('SELF_CLAIMED')),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  actor_name text,
  role text not null,
  organisation text,
  -- In the actor's own words.
  reason text not null
);
create index alert_child on partnership.alert (child_id);
select access.secure('partnership.alert', 'PARTNERSHIP', 'PARTNERSHIP', 'T3', 'select');
create policy raises on partnership.alert for insert to {{prefix}}_access with check (true);
grant insert on partnership.alert to {{prefix}}_access;
