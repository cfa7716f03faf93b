-- That the referrer was told what came of a referral, once for each telling and never edited: a later outcome is to be told
-- again, and a telling recorded again for one outcome puts the earlier right. Until now the entry held one day alone.
create table health.referrer_told (
  id bigint generated always as identity primary key,
  entry_id uuid not null references health.waiting_list_entry,
  child_id uuid not null,
  -- What was told of: the status that was the outcome then, ACCEPTED_WAITING for that the referral was accepted.
  outcome text not null,
  told_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null
);
create index referrer_told_child on health.referrer_told (child_id);
create index referrer_told_entry on health.referrer_told (entry_id);
select access.secure('health.referrer_told', 'HEALTH', 'HEALTH', 'T3', 'select, insert');

-- What is told of an entry is told with it, and its own provider alone says it.
create policy with_its_entry on health.referrer_told as restrictive for select to {{prefix}}_health
  using (exists (select from health.waiting_list_entry e where e.id = referrer_told.entry_id));
create policy own_telling on health.referrer_told as restrictive for insert to {{prefix}}_health
  with check (exists (
    select from health.waiting_list_entry e
    where e.id = referrer_told.entry_id and e.child_id = referrer_told.child_id
      and e.provider_ods = (select ctx.claims() ->> 'org')));
-- It goes to another record with its entry, which a provider's file alone tells.
grant update (child_id) on health.referrer_told to {{prefix}}_health;
create policy own_telling_moved on health.referrer_told as restrictive for update to {{prefix}}_health
  using ((select ctx.claims() ->> 'role') = 'system');

-- What is held already: of how it ended, where the day is not before that; of its acceptance otherwise.
alter table health.waiting_list_entry no force row level security;
alter table health.referrer_told no force row level security;
insert into health.referrer_told (entry_id, child_id, outcome, told_on, recorded_by)
  select e.id, e.child_id,
    case when e.status in ('REJECTED', 'REDIRECTED', 'WITHDRAWN', 'DISCHARGED') and e.referrer_told_on >= e.status_on
      then e.status else 'ACCEPTED_WAITING' end,
    e.referrer_told_on, coalesce(e.changed_by, 'file')
  from health.waiting_list_entry e where e.referrer_told_on is not null;
alter table health.waiting_list_entry force row level security;
alter table health.referrer_told force row level security;

alter table health.waiting_list_entry drop column referrer_told_on;
