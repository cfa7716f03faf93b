-- Whoever may refer a child is permitted to write of the child: to add a referral, and nothing else. The days of an entry, and
-- whose its history is, are its provider's and the hub's own work to change; the first days of an entry are added with it.
create policy own_days on health.wait_interval as restrictive for insert to {{prefix}}_health
  with check (
    provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system'
    or (status = 'REFERRED' and exists (
      select from health.waiting_list_entry e
      where e.id = wait_interval.entry_id and e.child_id = wait_interval.child_id and e.status = 'REFERRED')));
create policy own_days_changed on health.wait_interval as restrictive for update to {{prefix}}_health
  using (provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system');
create policy own_days_removed on health.wait_interval as restrictive for delete to {{prefix}}_health
  using (provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system');
-- That an entry goes to another record is told by its provider's file alone.
create policy own_history_moved on health.waiting_list_change as restrictive for update to {{prefix}}_health
  using ((select ctx.claims() ->> 'role') = 'system');
