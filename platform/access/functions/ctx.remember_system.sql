-- Which system speaks in this transaction: its subject, then its key's operations. Under a MAC like a permitted set, so
-- that it holds as long as the transaction it was verified in and no longer: a long list of rejects may outlast a voucher.
create or replace function ctx.remember_system(c jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  value constant text := concat_ws('|', pg_current_xact_id(), current_setting('hub.tag'),
    array(select c ->> 'sub' union all select jsonb_array_elements_text(c -> 'operations')));
begin
  perform set_config('hub.system', value, true),
    set_config('hub.mac_of_system',
      encode(crypto.hmac(convert_to('system|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex'), true);
end $$;
