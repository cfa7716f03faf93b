-- What a provider's file said of an entry against a change made in the hub that it may not have known of. The change stands,
-- and the provider says which of the two is right: of an entry there is one open conflict at a time.
create table health.entry_conflict (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references health.waiting_list_entry,
  child_id uuid not null,
  provider_ods text not null,
  -- By field, what the file said and was not taken.
  file_said jsonb not null,
  since timestamptz not null default now(),
  settled_at timestamptz,
  settled_by text,
  taken text,
  check ((settled_at is null) = (taken is null) and (settled_at is null) = (settled_by is null))
);
create unique index entry_conflict_open on health.entry_conflict (entry_id) where settled_at is null;
create index entry_conflict_child on health.entry_conflict (child_id);
select access.secure('health.entry_conflict', 'HEALTH', 'HEALTH', 'T3', 'select, insert, update');
-- It is between a provider and its own system: nobody else is shown it.
create policy own_conflict on health.entry_conflict as restrictive to {{prefix}}_health
  using (provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system')
  with check (provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system');

-- How a provider's own lists say what our columns say: by a header of theirs, or by one value in every row.
create table health.provider_layout (
  provider_ods text not null,
  layout text not null,
  column_name text not null,
  header text,
  value text,
  primary key (provider_ods, layout, column_name),
  check ((header is null) <> (value is null))
);
select access.reference('health.provider_layout', 'HEALTH');
