-- What operators may ask for is digests and counts, never rows: each asking is written down.
create or replace function access.audit_operator(the_domain text, the_operation text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into access.audit (domain, actor, role, purpose, about, tier, act, operation, kind, asked, permitted, decision, bases, policy_version, request_id)
  values (the_domain, 'operator:' || session_user, 'operator', 'AUDIT', the_domain, 'EXISTENCE', 'READ', the_operation, 'operator', '{}', '{}', 'SYSTEM', array['SYSTEM'], 'system', gen_random_uuid()::text)
$$;
grant execute on function access.audit_operator(text, text) to {{prefix}}_maintain;
