-- Who the claims say is asking, once the tag over their very text is found to be one of our minters'. Raises 28000 for
-- anything not minted, past its expiry or made to last too long, or that speaks for more than its key is bound to: whatever
-- is wrong with it, and however it is malformed.
create or replace function ctx.verify(claims text, tag text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c jsonb;
  k ctx.key;
  seconds bigint;
begin
  begin
    c := claims::jsonb;
    seconds := (c ->> 'exp')::bigint - extract(epoch from clock_timestamp());
    select * into k from ctx.key where kid = c ->> 'kid';
  exception when others then
    raise exception 'bad context' using errcode = '28000';
  end;
  if k.hmac is null or encode(crypto.hmac(convert_to(claims, 'UTF8'), k.hmac, 'sha256'), 'hex') is distinct from tag then
    raise exception 'bad context' using errcode = '28000';
  end if;
  if coalesce(seconds not between 1 and 90, true) then
    raise exception 'context expired' using errcode = '28000';
  end if;
  if coalesce(c ->> 'purpose', '') = '' or coalesce(c ->> 'sub', '') = '' or coalesce(c ->> 'rid', '') = '' then
    raise exception 'context incomplete' using errcode = '28000';
  end if;
  if k.subject is not null and (k.subject is distinct from c ->> 'sub' or k.purpose is distinct from c ->> 'purpose')
    or k.subject is null and (c ->> 'sub' like 'system:%' or c ->> 'role' = 'system') then
    raise exception 'bad context' using errcode = '28000';
  end if;
  return c || jsonb_build_object('operations', to_jsonb(k.operations), 'system', k.subject is not null);
end $$;
