-- Social care: involvement over time, allocated workers, plans. Status and dates, never case content.

select access.furnish('social_care', 'SOCIAL_CARE');

-- What one source says of the days a status was held; the days shown are the union of what the sources say.
create table social_care.status_interval (
  child_id uuid not null,
  source text not null,
  -- Unique within the child and source, and the same in the source's next file.
  source_ref text not null,
  status text not null,
  held_from date not null,
  held_until date,
  primary key (child_id, source, source_ref),
  check (held_from < held_until)
);
select access.secure('social_care.status_interval', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3');

create table social_care.care_plan (
  child_id uuid not null,
  source text not null,
  source_ref text not null,
  kind text not null,
  started_on date not null,
  ended_on date,
  reviewed_on date,
  next_review_on date,
  primary key (child_id, source, source_ref),
  check (started_on < ended_on)
);
select access.secure('social_care.care_plan', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3');

create table social_care.allocation (
  child_id uuid not null,
  -- Local authority code: a worker's id is the council's own.
  council text not null,
  worker_id text not null,
  worker_name text,
  worker_contact text,
  team text,
  held_from date not null,
  held_until date,
  primary key (child_id, council, worker_id, held_from),
  check (held_from < held_until)
);
select access.secure('social_care.allocation', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3', 'select, insert, update');

-- The days on which a social worker worked with the child: worked out from the tables above whenever they change. It
-- stands under the lowest tier, so that it can be told to those who may be told nothing else.
create table social_care.social_worker_presence (
  child_id uuid not null,
  held_from date not null,
  held_until date,
  primary key (child_id, held_from)
);
select access.secure('social_care.social_worker_presence', 'SOCIAL_CARE', 'SOCIAL_CARE', 'EXISTENCE');
