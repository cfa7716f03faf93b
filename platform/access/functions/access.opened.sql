-- Every id this transaction was opened for, whatever the domain and tier: of the same rows as ctx.permitted.
create or replace function access.opened() returns uuid[]
language plpgsql stable as $$
declare
  units constant bigint[] := access.units();
begin
  return array(
    select distinct i
    from access.audit_unit u cross join lateral unnest(u.requests) r cross join lateral unnest(r.permitted) i
    where u.seq = any (units) and u.xid = pg_current_xact_id_if_assigned()
      and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8')));
end $$;
