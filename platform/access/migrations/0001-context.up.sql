-- Who is asking, verified by the database itself. {{prefix}} is the name the server's roles carry.
-- Run by hub migrate as {{prefix}}_access, which nobody can log in as.

create table ctx.setting (
  one boolean primary key default true check (one),
  prefix text not null,
  -- Seals permitted sets within a transaction; known to nobody outside this schema.
  seal bytea not null
);
insert into ctx.setting (prefix, seal) values ('{{prefix}}', crypto.gen_random_bytes(32));

create table ctx.key (
  kid text primary key,
  minter text not null,
  generation int not null,
  hmac bytea not null,
  -- A system's key: the one subject and purpose it may speak for, and the operations (DOMAIN:operation) it is for.
  subject text,
  purpose text,
  operations text[] not null default '{}',
  check ((subject is null) = (purpose is null))
);

-- Verifies the tag over the claims' text; raises 28000 for anything not minted, or past its expiry.
create function ctx.verify(claims text, tag text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c jsonb;
  k ctx.key;
begin
  begin
    c := claims::jsonb;
    select * into k from ctx.key where kid = c ->> 'kid';
  exception when others then
    raise exception 'bad context' using errcode = '28000';
  end;
  if k.hmac is null or crypto.hmac(convert_to(claims, 'UTF8'), k.hmac, 'sha256') is distinct from decode(tag, 'hex') then
    raise exception 'bad context' using errcode = '28000';
  end if;
  if (c ->> 'exp')::bigint <= extract(epoch from clock_timestamp()) or (c ->> 'exp')::bigint > extract(epoch from clock_timestamp()) + 90 then
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

-- A permitted set is a setting of the transaction under a MAC that covers its name, its ids, the transaction, the
-- caller and the audit row it was written with: a set that was forged, kept from another transaction, opened for
-- somebody else, or whose audit row was rolled back, permits nothing.
create function ctx.remember(holder text, about text, tier text, act text, audit_seq bigint, ids uuid[]) returns void
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

-- The children this transaction may see (or change) of one domain and tier; empty when nothing was opened.
-- `holder` is the domain whose tables are read, `about` the domain whose facts they are: they differ where a domain
-- keeps a copy of another's facts.
create function ctx.permitted(holder text, about text, tier text, act text) returns uuid[]
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

-- The verified caller of this transaction; an empty object when nobody was verified.
create function ctx.claims() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claims text := current_setting('hub.claims', true);
  tag text := current_setting('hub.tag', true);
begin
  if coalesce(claims, '') = '' or coalesce(tag, '') = '' then return '{}'; end if;
  return ctx.verify(claims, tag);
exception when invalid_authorization_specification then
  return '{}';
end $$;

revoke execute on all functions in schema ctx from public;
