-- The team around one school, and what it is to discuss.

create table partnership.team_member (
  school_urn text not null,
  subject text not null,
  -- Null until they have signed in and set it themselves.
  name text,
  role text not null,
  organisation_id text,
  since date not null,
  until date,
  primary key (school_urn, subject)
);
grant select, insert, update on partnership.team_member to {{prefix}}_partnership;
grant select on partnership.team_member to {{prefix}}_maintain;

alter table partnership.team_member enable row level security;
alter table partnership.team_member force row level security;
create policy maintain on partnership.team_member for select to {{prefix}}_maintain using (true);
create policy reads on partnership.team_member for select to {{prefix}}_partnership
  using (school_urn = (select ctx.claims() ->> 'org') or 'team:tas:' || school_urn in (select unnest(ctx.grantees())));
create policy adds on partnership.team_member for insert to {{prefix}}_partnership
  with check (partnership.seats(school_urn));
create policy changes on partnership.team_member for update to {{prefix}}_partnership
  using (partnership.seats(school_urn));

create table partnership.agenda_item (
  id uuid primary key default gen_random_uuid(),
  school_urn text not null,
  child_id uuid not null,
  raised_by text not null,
  reason text not null,
  child_voice text,
  parent_voice text,
  meeting_on date not null,
  -- The first day it no longer stands.
  until date not null,
  closed_at timestamptz,
  version int not null default 1
);
create index agenda_item_school on partnership.agenda_item (school_urn) where closed_at is null;
create index agenda_item_child on partnership.agenda_item (child_id);
select access.secure('partnership.agenda_item', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', 'select, insert, update');

-- An agenda is its own team's: being able to see the child does not open another school's.
create policy own_team on partnership.agenda_item as restrictive to {{prefix}}_partnership
  using (partnership.belongs(school_urn)) with check (partnership.belongs(school_urn));
