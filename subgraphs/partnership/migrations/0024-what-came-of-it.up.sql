-- What came of each child whom a school's team discussed, who changed what, and whose an agreed action is.

alter table partnership.agenda_item add column outcome text;
create index agenda_item_meeting on partnership.agenda_item (school_urn, meeting_on);

-- Who changed an item of an agenda, and when: one row a version.
create table partnership.agenda_item_change (
  item_id uuid not null references partnership.agenda_item on delete cascade,
  version int not null,
  child_id uuid not null,
  school_urn text not null,
  change text not null,
  -- Why, or what came of it: as they said it.
  words text,
  recorded_at timestamptz not null default ctx.now(),
  -- The subject of their token, their name where it says one, and the role they acted in.
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  primary key (item_id, version)
);
create index agenda_item_change_child on partnership.agenda_item_change (child_id);
select access.secure('partnership.agenda_item_change', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', 'select, insert');
create policy own_team on partnership.agenda_item_change as restrictive to {{prefix}}_partnership
  using (partnership.belongs(school_urn)) with check (partnership.belongs(school_urn));

-- The body that an owner works for, by the id the hub knows it by; null where none was named.
alter table partnership.agreed_action add column owner_organisation text;
-- What a school's team agreed, whichever meeting it was, and what was agreed on an item.
create index agreed_action_school on partnership.agreed_action (school_urn) where school_urn is not null;
create index agreed_action_item on partnership.agreed_action (agenda_item_id) where agenda_item_id is not null;
-- The moment of the hub's day, as everything else that is recorded here.
alter table partnership.agreed_action_change alter column recorded_at set default ctx.now();
