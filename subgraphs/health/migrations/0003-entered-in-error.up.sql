-- An entry that should never have been recorded is no referral: what such entries opened, for 28 days until now, ends here
-- for those that are held already. Relationships are access's alone, so it is shown these entries for as long as that takes.
set local role {{owner}};
grant select on health.waiting_list_entry to {{prefix}}_access;
create policy entered_in_error on health.waiting_list_entry for select to {{prefix}}_access using (status = 'ENTERED_IN_ERROR');
set local row_security = on;
set local role {{prefix}}_access;
delete from access.relationship re using health.waiting_list_entry e
  where re.basis = 'REFERRAL'
    and (re.child_id, re.grantee, re.reference) = (e.child_id, 'org:' || e.provider_ods, 'entry/' || e.entry_ref);
set local role {{owner}};
set local row_security = off;
drop policy entered_in_error on health.waiting_list_entry;
revoke select on health.waiting_list_entry from {{prefix}}_access;
