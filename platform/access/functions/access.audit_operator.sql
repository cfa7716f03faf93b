-- Writes down what an operator asks of a domain: a digest or counts, never rows.
create or replace function access.audit_operator(the_domain text, the_operation text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.note(
    jsonb_build_object('sub', 'operator:' || session_user, 'role', 'operator', 'purpose', 'AUDIT', 'rid', gen_random_uuid()),
    the_domain,
    row(the_domain, 'EXISTENCE', 'READ', the_operation, 'operator', null, '{}', '{}', 'SYSTEM', array['SYSTEM'], 'system'));
end $$;
grant execute on function access.audit_operator(text, text) to {{prefix}}_maintain;
