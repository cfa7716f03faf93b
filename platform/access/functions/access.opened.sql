-- Every id this transaction was opened for, whatever the domain and tier.
create or replace function access.opened() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  hint constant text := coalesce(current_setting('hub.units', true), '');
begin
  if hint !~ '^\{[0-9]{1,18}(,[0-9]{1,18})*\}$' then return '{}'; end if;
  return array(
    select distinct i from access.audit_unit u cross join lateral unnest(u.requests) r cross join lateral unnest(r.permitted) i
    where u.seq = any (hint::bigint[]) and u.xid = pg_current_xact_id_if_assigned()
      and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8')));
end $$;
