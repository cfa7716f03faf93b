-- The children this transaction may see (or change) of one domain and tier; empty when nothing was opened.
-- `holder` is the domain whose tables are read, `about` the domain whose facts they are: they differ where a domain
-- keeps a copy of another's facts.
create or replace function ctx.permitted(holder text, about text, tier text, act text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  name text := lower(holder || '_' || about || '_' || tier || '_' || act);
  value text := current_setting('hub.set_' || name, true);
  mac text := current_setting('hub.mac_' || name, true);
begin
  if coalesce(value, '') = '' or coalesce(mac, '') = '' then return '{}'; end if;
  if encode(crypto.hmac(convert_to(name || '|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex')
    is distinct from mac then
    return '{}';
  end if;
  -- Only now is the value one of ours, and can be read.
  if split_part(value, '|', 1) is distinct from pg_current_xact_id_if_assigned()::text
    or split_part(value, '|', 3) is distinct from current_setting('hub.tag', true)
    or not exists (select from access.audit a where a.domain = holder and a.seq = split_part(value, '|', 2)::bigint) then
    return '{}';
  end if;
  return split_part(value, '|', 4)::uuid[];
end $$;
grant execute on function ctx.permitted(text, text, text, text) to {{prefix}}_maintain;
