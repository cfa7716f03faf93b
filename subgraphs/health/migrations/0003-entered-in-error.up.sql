-- An entry that should never have been recorded is no referral: what such entries opened, for 28 days until now, ends here
-- for those that are held already.
reset role;
set local row_security = on;
set local role {{prefix}}_maintain;
create function health.entered_in_error() returns table (child_id uuid, grantee text, reference text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.child_id, 'org:' || e.provider_ods, 'entry/' || e.entry_ref
  from health.waiting_list_entry e where e.status = 'ENTERED_IN_ERROR'
$$;
revoke execute on function health.entered_in_error() from public;
grant execute on function health.entered_in_error() to {{prefix}}_access;
reset role;
set local role {{prefix}}_access;
delete from access.relationship re using health.entered_in_error() e
  where re.basis = 'REFERRAL' and (re.child_id, re.grantee, re.reference) = (e.child_id, e.grantee, e.reference);
reset role;
drop function health.entered_in_error();
set local role {{owner}};
set local row_security = off;
