-- Health: services' waiting lists. Status, never clinical content.

select access.furnish('health', 'HEALTH');

create table health.provider (
  ods_code text primary key,
  name text not null
);
select access.reference('health.provider', 'HEALTH');

create table health.waiting_list_entry (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  provider_ods text not null,
  -- The provider's own reference, unique within it.
  entry_ref text not null,
  service text not null,
  status text not null,
  status_on date not null,
  priority text,
  received_on date not null,
  next_step text,
  next_appointment_on date,
  support_while_waiting text[] not null default '{}',
  referred_by text,
  referrer_told_on date,
  clinician_name text,
  version int not null default 1,
  -- What the provider's last file said, so that a change made in the hub since is not undone by the same file again.
  from_file jsonb,
  unique (provider_ods, entry_ref)
);
create index waiting_list_entry_child on health.waiting_list_entry (child_id);
select access.secure('health.waiting_list_entry', 'HEALTH', 'HEALTH', 'T3', 'select, insert, update');

create table health.waiting_list_change (
  id bigint generated always as identity primary key,
  entry_id uuid not null references health.waiting_list_entry,
  child_id uuid not null,
  from_status text,
  to_status text not null,
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  reason text
);
create index waiting_list_change_child on health.waiting_list_change (child_id);
create index waiting_list_change_entry on health.waiting_list_change (entry_id);
select access.secure('health.waiting_list_change', 'HEALTH', 'HEALTH', 'T3', 'select, insert');

-- A child may be referred to two providers: each changes its own list only.
create policy own_list on health.waiting_list_entry as restrictive for update to {{prefix}}_health
  using (provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system');
create policy own_entry on health.waiting_list_entry as restrictive for insert to {{prefix}}_health
  with check (provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system');
