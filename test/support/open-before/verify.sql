-- Who is asking, by the tag over the claims’ text; 28000 for whatever was not minted or has expired.
create function before.verify(claims text, tag text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c jsonb;
  k ctx.key;
  expires bigint;
begin
  begin
    c := claims::jsonb;
    select * into k from ctx.key where kid = c ->> 'kid';
    if k.hmac is null or crypto.hmac(convert_to(claims, 'UTF8'), k.hmac, 'sha256') is distinct from decode(tag, 'hex')
      or jsonb_typeof(c -> 'exp') is distinct from 'number' then
      raise exception 'bad context' using errcode = '28000';
    end if;
    expires := (c ->> 'exp')::bigint;
  exception when others then
    raise exception 'bad context' using errcode = '28000';
  end;
  if expires <= extract(epoch from clock_timestamp()) or expires > extract(epoch from clock_timestamp()) + 90 then
    raise exception 'context expired' using errcode = '28000';
  end if;
  if coalesce(c ->> 'purpose', '') = '' or coalesce(c ->> 'sub', '') = '' or coalesce(c ->> 'rid', '') = '' then
    raise exception 'context incomplete' using errcode = '28000';
  end if;
  if k.subject is not null and (k.subject is distinct from c ->> 'sub' or k.purpose is distinct from c ->> 'purpose') then
    raise exception 'bad context' using errcode = '28000';
  end if;
  if k.subject is null and (c ->> 'sub' like 'system:%' or c ->> 'role' = 'system') then
    raise exception 'bad context' using errcode = '28000';
  end if;
  return c || jsonb_build_object('operations', to_jsonb(k.operations), 'system', k.subject is not null);
end $$;
