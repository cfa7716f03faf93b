-- The last event of each topic that was deleted: a consumer whose position lies before it has not heard all. Nothing of a
-- child.
create table access.forgotten_event (
  domain text not null references access.domain,
  topic text not null,
  xid xid8 not null,
  seq bigint not null,
  primary key (domain, topic)
);
alter table access.forgotten_event enable row level security;
alter table access.forgotten_event force row level security;
create policy decides on access.forgotten_event to {{prefix}}_access using (true) with check (true);
