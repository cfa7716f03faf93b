-- A permitted set is a setting of the transaction under a MAC that covers its name, its ids, the transaction, the
-- caller and the audit row it was written with: a set that was forged, kept from another transaction, opened for
-- somebody else, or whose audit row was rolled back, permits nothing.
create or replace function ctx.remember(holder text, about text, tier text, act text, audit_seq bigint, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  name constant text := lower(holder || '_' || about || '_' || tier || '_' || act);
  value text;
begin
  -- Opened again in the same transaction: what was permitted before stays so.
  if coalesce(current_setting('hub.set_' || name, true), '') <> '' then
    ids := ids || ctx.permitted(holder, about, tier, act);
  end if;
  value := concat_ws('|', pg_current_xact_id(), audit_seq, current_setting('hub.tag'), ids);
  perform set_config('hub.set_' || name, value, true),
    set_config('hub.mac_' || name,
      encode(crypto.hmac(convert_to(name || '|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex'), true);
end $$;
