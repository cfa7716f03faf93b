-- Who changed an entry last, and when, for whoever finds that it is not as they saw it.
alter table health.waiting_list_entry
  add column changed_by text,
  add column changed_at timestamptz;

-- Who may add an entry: the provider to its own list; whoever sends a child on, to the list that the change of their own
-- entry names; whoever refers, as a referral that says it is theirs.
drop policy own_entry on health.waiting_list_entry;
create policy own_entry on health.waiting_list_entry as restrictive for insert to {{prefix}}_health
  with check (
    provider_ods = (select ctx.claims() ->> 'org') or (select ctx.claims() ->> 'role') = 'system'
    or (status = 'REFERRED' and confidential is false and continues_from is null
      and referred_by_org = (select ctx.claims() ->> 'org'))
    or (status = 'REFERRED' and exists (
      select from health.waiting_list_change c
      where c.entry_id = waiting_list_entry.continues_from and c.child_id = waiting_list_entry.child_id
        and c.to_status = 'REDIRECTED'
        and (c.redirect_to, c.redirect_provider) = (waiting_list_entry.service, waiting_list_entry.provider_ods))));

-- And who may add to its history: the provider; of an entry that somebody else may add, its first line.
create policy own_history on health.waiting_list_change as restrictive for insert to {{prefix}}_health
  with check (
    (select ctx.claims() ->> 'role') = 'system'
    or exists (
      select from health.waiting_list_entry e
      where e.id = waiting_list_change.entry_id and e.child_id = waiting_list_change.child_id
        and (e.provider_ods = (select ctx.claims() ->> 'org')
          or (waiting_list_change.from_status is null and waiting_list_change.to_status = 'REFERRED' and e.status = 'REFERRED'))));
