-- What professionals agreed to do for a child, until it is done.

create table partnership.agreed_action (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  -- The school whose team agreed it; null where the virtual school or social care did.
  school_urn text,
  -- The item of that team's agenda that it was agreed on.
  agenda_item_id uuid references partnership.agenda_item,
  what text not null,
  owner text not null,
  due_on date,
  recorded_on date not null,
  done_on date,
  version int not null default 1,
  check (done_on >= recorded_on),
  check (school_urn is not null or agenda_item_id is null)
);
create index agreed_action_child on partnership.agreed_action (child_id);

-- Who changed what, and when: one row a version.
create table partnership.agreed_action_change (
  action_id uuid not null references partnership.agreed_action,
  version int not null,
  child_id uuid not null,
  school_urn text,
  change text not null,
  recorded_at timestamptz not null default now(),
  -- The subject of their token, their name where it says one, and the role they acted in.
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  primary key (action_id, version)
);
create index agreed_action_change_child on partnership.agreed_action_change (child_id);

-- What is agreed for a child on a plan, or in care, says why: it is protection detail. What a school's team agrees is
-- support like what stands on its agenda.
select access.secure('partnership.agreed_action', 'PARTNERSHIP', 'PARTNERSHIP', 'T4', 'select, insert, update', 'school_urn is null');
select access.secure('partnership.agreed_action', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', 'select, insert, update', 'school_urn is not null');
select access.secure('partnership.agreed_action_change', 'PARTNERSHIP', 'PARTNERSHIP', 'T4', 'select, insert', 'school_urn is null');
select access.secure('partnership.agreed_action_change', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', 'select, insert', 'school_urn is not null');

-- A school's actions are its own team's to record and to complete.
create policy own_team_adds on partnership.agreed_action as restrictive for insert to {{prefix}}_partnership
  with check (school_urn is null or partnership.belongs(school_urn));
create policy own_team_changes on partnership.agreed_action as restrictive for update to {{prefix}}_partnership
  using (school_urn is null or partnership.belongs(school_urn));
