-- Services whose very name tells of a child what is nobody's outside health to know: of no child. Outside health, whoever may
-- see that a child waits for one is told of a health service, and of nothing that would say which.
create table health.sensitive_service (
  id int generated always as identity primary key,
  service text not null,
  -- Null for every provider of the service.
  provider_ods text,
  -- Since when it is so. It is kept from every referral received before `held_until`, earlier ones among them.
  held_from date not null,
  -- The first day whose referrals may be named again; the day it began, where it never was so.
  held_until date check (held_until >= held_from),
  -- Who decided, and where that is written.
  source text not null check (source <> ''),
  unique nulls not distinct (service, provider_ods, held_from)
);
select access.reference('health.sensitive_service', 'HEALTH');

-- Who referred through the hub, as the hub knows the person: whoever named a service knows it.
alter table health.waiting_list_entry add column referred_by_person text;
create policy own_name on health.waiting_list_entry as restrictive for insert to {{prefix}}_health
  with check (referred_by_person is null or referred_by_person = (select ctx.claims() ->> 'sub'));

-- Such an entry is no row to whoever is not told its service: health.unnamed_waits says what they are told instead. It is the
-- keeper's of the list, the hub's own work's, the person's who referred, and theirs to whom a rule opens it. Whoever may refer
-- a child is permitted to write of the child, and who writes sees what they write; so that is not enough by itself, and the
-- caller must be of an organisation that keeps lists.
create policy named on health.waiting_list_entry as restrictive for select to {{prefix}}_health
  using (
    (select not exists (select from health.sensitive_service))
    or provider_ods = (select ctx.claims() ->> 'org')
    or (select ctx.claims() ->> 'role') = 'system'
    or referred_by_person = (select ctx.claims() ->> 'sub')
    or not health.is_unnamed(service, provider_ods, received_on)
    or ((select exists (select from health.provider p where p.ods_code = ctx.claims() ->> 'org'))
      and child_id in (
        select s.child_id from ctx.permitted_facets('HEALTH', 'HEALTH', 'T3', '{SENSITIVE_SERVICE}') s)));

-- The days of an entry say its service, and are shown with it. Its history is by a rule of its own already.
create policy named_with_its_entry on health.wait_interval as restrictive for select to {{prefix}}_health
  using (
    (select not exists (select from health.sensitive_service))
    or provider_ods = (select ctx.claims() ->> 'org')
    or exists (select from health.waiting_list_entry e where e.id = wait_interval.entry_id));
