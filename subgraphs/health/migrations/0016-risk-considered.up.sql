-- That a provider considered the risk to a child who was not brought to appointments: of all that was known then, which is the
-- history up to a step. Added, and never changed.
create table health.risk_considered (
  id bigint generated always as identity primary key,
  entry_id uuid not null references health.waiting_list_entry,
  child_id uuid not null,
  considered_on date not null,
  -- The last step of the entry that was known.
  through bigint not null references health.waiting_list_change,
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index risk_considered_entry on health.risk_considered (entry_id);
create index risk_considered_child on health.risk_considered (child_id);
select access.secure('health.risk_considered', 'HEALTH', 'HEALTH', 'T3', 'select, insert');

-- It is told with its entry, and said by whoever keeps the entry.
create policy with_its_entry on health.risk_considered as restrictive for select to {{prefix}}_health
  using (exists (select from health.waiting_list_entry e where e.id = risk_considered.entry_id));
create policy own_consideration on health.risk_considered as restrictive for insert to {{prefix}}_health
  with check (exists (
    select from health.waiting_list_entry e
    where e.id = risk_considered.entry_id and e.child_id = risk_considered.child_id
      and e.provider_ods = (select ctx.claims() ->> 'org')));

-- It goes with its entry to another record of a child, as the history does.
grant update (child_id) on health.risk_considered to {{prefix}}_health;
create policy own_consideration_moved on health.risk_considered as restrictive for update to {{prefix}}_health
  using ((select ctx.claims() ->> 'role') = 'system');
