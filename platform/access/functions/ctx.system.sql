-- The verified system of this transaction and its operations; empty where a person asks, or nobody.
create or replace function ctx.system() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  value constant text := current_setting('hub.system', true);
begin
  if coalesce(value, '') = ''
    or encode(crypto.hmac(convert_to('system|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex')
      is distinct from current_setting('hub.mac_of_system', true)
    or split_part(value, '|', 1) is distinct from pg_current_xact_id_if_assigned()::text
    or split_part(value, '|', 2) is distinct from current_setting('hub.tag', true) then
    return '{}';
  end if;
  return split_part(value, '|', 3)::text[];
end $$;
