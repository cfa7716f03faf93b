-- A referral that a competent young person wishes kept to its provider is there for that provider and for the hub's own work:
-- for everyone else there is no such row, no history and no day to be counted. Whoever sends it on sees the next entry as it
-- was sent, and nothing that comes after.
create policy kept_to_provider on health.waiting_list_entry as restrictive for select to {{prefix}}_health
  using (
    not confidential
    or provider_ods = (select ctx.claims() ->> 'org')
    or (select ctx.claims() ->> 'role') = 'system'
    or (status = 'REFERRED' and health.keeps((select ctx.claims() ->> 'org'), continues_from)));

-- As it was, but that whether an entry is sent on is found by a function: a rule of entries that reads the history, whose rule
-- reads entries, has no end.
drop policy own_entry on health.waiting_list_entry;
create policy own_entry on health.waiting_list_entry as restrictive for insert to {{prefix}}_health
  with check (
    provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system'
    or (status = 'REFERRED' and confidential is false and continues_from is null
      and referred_by_org = (select ctx.claims() ->> 'org'))
    or (status = 'REFERRED' and health.sent_on(continues_from, child_id, service, provider_ods)));

-- What is told of an entry is told with it.
create policy with_its_entry on health.waiting_list_change as restrictive for select to {{prefix}}_health
  using (exists (select from health.waiting_list_entry e where e.id = waiting_list_change.entry_id));
create policy with_its_entry on health.wait_interval as restrictive for select to {{prefix}}_health
  using (
    not confidential
    or provider_ods = (select ctx.claims() ->> 'org')
    or exists (select from health.waiting_list_entry e where e.id = wait_interval.entry_id));
