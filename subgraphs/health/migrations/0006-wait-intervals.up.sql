-- On which days an entry stood where, from its history, so that who was waiting on a past day can be counted at once. Kept by
-- every write of an entry, in the same transaction (waiting-list/wait-interval.repository.ts).
create table health.wait_interval (
  entry_id uuid not null references health.waiting_list_entry,
  -- From this day on, at its end, and until the day before `held_until`; for good where that is null.
  held_from date not null,
  held_until date check (held_until > held_from),
  child_id uuid not null,
  status text not null,
  -- Received, not seen and not closed.
  waiting boolean not null,
  -- The entry's own, so that counting needs no other table.
  service text not null,
  provider_ods text not null,
  received_on date not null,
  confidential boolean not null,
  primary key (entry_id, held_from)
);
create index wait_interval_child on health.wait_interval (child_id);
create index wait_interval_now on health.wait_interval (held_from) where waiting and held_until is null;
create index wait_interval_past on health.wait_interval (held_until, held_from) where waiting;
select access.secure('health.wait_interval', 'HEALTH', 'HEALTH', 'T3');

-- What is held already: the last status of each day, of steps that no correction names and no later step contradicts, as
-- waiting-list/wait-intervals.ts has it for every write from now on.
alter table health.waiting_list_entry no force row level security;
alter table health.waiting_list_change no force row level security;
alter table health.wait_interval no force row level security;
with counted as (
  select c.id, c.entry_id, c.effective_on, c.to_status
  from health.waiting_list_change c
  where not exists (select from health.waiting_list_change k where k.entry_id = c.entry_id and k.corrects = c.id)
    and not exists (
      select from health.waiting_list_change l
      where l.entry_id = c.entry_id and l.id > c.id and l.corrects is null
        and (l.effective_on < c.effective_on
          or c.to_status in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR')))),
received as (
  select e.id entry_id, e.received_on held_from, -1::bigint id, 'REFERRED' status
  from health.waiting_list_entry e
  where e.continues_from is null and e.received_on < (select min(c.effective_on) from counted c where c.entry_id = e.id)),
steps as (
  select c.entry_id, greatest(c.effective_on, e.received_on) held_from, c.id, c.to_status status
  from counted c join health.waiting_list_entry e on e.id = c.entry_id where e.status <> 'ENTERED_IN_ERROR'
  union all
  select r.entry_id, r.held_from, r.id, r.status from received r join health.waiting_list_entry e on e.id = r.entry_id
  where e.status <> 'ENTERED_IN_ERROR'),
stood as (
  select s.entry_id, s.held_from, s.status,
    row_number() over (partition by s.entry_id, s.held_from order by s.id desc) = 1 last_of_day,
    bool_or(s.status in ('SEEN_FIRST', 'IN_TREATMENT')) over (partition by s.entry_id order by s.held_from) seen
  from steps s)
insert into health.wait_interval (entry_id, held_from, held_until, child_id, status, waiting, service, provider_ods, received_on,
  confidential)
select d.entry_id, d.held_from, lead(d.held_from) over (partition by d.entry_id order by d.held_from), e.child_id, d.status,
  not d.seen and d.status not in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR'),
  e.service, e.provider_ods, e.received_on, e.confidential
from stood d join health.waiting_list_entry e on e.id = d.entry_id where d.last_of_day;
alter table health.waiting_list_entry force row level security;
alter table health.waiting_list_change force row level security;
alter table health.wait_interval force row level security;
