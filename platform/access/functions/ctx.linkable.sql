-- The ids that this transaction's links may be told of: what ctx.remember_links kept; empty when nothing was opened.
create or replace function ctx.linkable() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  value constant text := current_setting('hub.links', true);
  part text[];
begin
  if coalesce(value, '') = ''
    or encode(crypto.hmac(convert_to('links|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex')
      is distinct from current_setting('hub.mac_of_links', true) then
    return '{}';
  end if;
  -- Only now is the value one of ours, and can be read. Every read pays for this: it is taken apart once.
  part := string_to_array(value, '|');
  if part[1] is distinct from pg_current_xact_id_if_assigned()::text or part[4] is distinct from current_setting('hub.tag', true)
    or not exists (select from access.audit a where a.domain = part[2] and a.seq = part[3]::bigint) then
    return '{}';
  end if;
  return part[5]::uuid[];
end $$;
