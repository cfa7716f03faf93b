-- owner: {{prefix}}_maintain
-- An identifier as the audit may hold it: the same value gives the same hash, which without the key gives no value.
create or replace function partnership.keyed_hash(value text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select encode(crypto.hmac(convert_to(value, 'UTF8'), (select key from partnership.hash_key), 'sha256'), 'hex')
  where ctx.claims() ->> 'sub' is not null
$$;
grant execute on function partnership.keyed_hash(text) to {{prefix}}_partnership;
