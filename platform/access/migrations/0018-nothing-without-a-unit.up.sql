-- What an app login may be told, or may write, without a unit that somebody was verified for: nothing about a child, and
-- nothing that a system alone has to say. Until now the links between records answered any login, and the tables of what
-- was received, rejected and heard, and of organisations, could be written by one.

-- Which system speaks in this transaction: its subject, then its key's operations. Under a MAC like a permitted set, so
-- that it holds as long as the transaction it was verified in and no longer: a long list of rejects may outlast a voucher.
create function ctx.remember_system(c jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  value constant text := concat_ws('|', pg_current_xact_id(), current_setting('hub.tag'),
    array(select c ->> 'sub' union all select jsonb_array_elements_text(c -> 'operations')));
begin
  perform set_config('hub.system', value, true),
    set_config('hub.mac_of_system',
      encode(crypto.hmac(convert_to('system|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex'), true);
end $$;

-- The verified system of this transaction and its operations; empty where a person asks, or nobody.
create function ctx.system() returns text[]
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

-- Whether the verified system of this transaction has an operation of this shape (as of LIKE).
create function ctx.system_does(operation text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from unnest(ctx.system()) o where o like operation);
end $$;

-- The ids a unit was opened for, whatever the domain and tier: what its links may be told of. As in ctx.permitted, the
-- audit row must stand, or the asking was undone.
create function ctx.remember_links(holder text, audit_seq bigint, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  value constant text := concat_ws('|', pg_current_xact_id(), holder, audit_seq, current_setting('hub.tag'),
    case when coalesce(current_setting('hub.links', true), '') = '' then ids else ids || ctx.linkable() end);
begin
  perform set_config('hub.links', value, true),
    set_config('hub.mac_of_links',
      encode(crypto.hmac(convert_to('links|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex'), true);
end $$;

create function ctx.linkable() returns uuid[]
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

-- Every id a child's rows may stand under, with the id that was asked for: for what the database itself decides by.
create function access.linked(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security definer rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with root as materialized (
      select i, coalesce((select a.canonical from access.child_alias a where a.held = i), i) r from unnest(ids) i)
    select root.i, root.r from root
    union all
    select root.i, a.held from root join access.child_alias a on a.canonical = root.r;
end $$;

-- The same for an app login: of the children its unit was opened for, and no others. A child who was not shared is
-- answered like one who does not exist.
create function ctx.linked_shown(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security definer rows 3 set search_path = pg_catalog, pg_temp as $$
declare
  may constant uuid[] := ctx.linkable();
begin
  if cardinality(may) = 0 then return; end if;
  return query
    with root as materialized (
      select i, coalesce((select a.canonical from access.child_alias a where a.held = i), i) r from unnest(ids) i)
    select l.i, l.h
    from (select root.i, root.r h from root
      union all
      select root.i, a.held from root join access.child_alias a on a.canonical = root.r) l
    where l.h in (select unnest(may));
end $$;

-- One word for both. It runs as whoever calls it: which of the two answers is a matter of who may execute which, and the
-- name only chooses.
create or replace function ctx.keys(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security invoker rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  if current_user in ('{{prefix}}_access', '{{prefix}}_maintain') then
    return query select l.asked, l.held from access.linked(ids) l;
  else
    return query select l.asked, l.held from ctx.linked_shown(ids) l;
  end if;
end $$;

-- Who has signed in: what the hub knows of people until there is a directory. Kept once a day from the claims the gateway
-- verified; nothing of a child. The token's subject alone is what relationships name, so the issuer stands beside it.
create table access.known_person (
  issuer text not null,
  subject text not null,
  name text,
  organisation text,
  role text not null,
  known_since date not null,
  last_seen date not null,
  primary key (subject, issuer)
);
alter table access.known_person enable row level security;
alter table access.known_person force row level security;
create policy decides on access.known_person to {{prefix}}_access using (true) with check (true);

-- Everything that is noted of whoever opens a unit, once they are verified.
create function access.enter(c jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (c ->> 'system')::boolean then
    perform ctx.remember_system(c);
  elsif not exists (select from access.known_person p
      where p.subject = c ->> 'sub' and p.issuer = coalesce(c ->> 'iss', '') and p.last_seen >= (select ctx.today())) then
    insert into access.known_person as p (issuer, subject, name, organisation, role, known_since, last_seen)
      values (coalesce(c ->> 'iss', ''), c ->> 'sub', c ->> 'name', c ->> 'org', c ->> 'role', ctx.today(), ctx.today())
    on conflict (subject, issuer) do update set name = excluded.name, organisation = excluded.organisation,
      role = excluded.role, last_seen = excluded.last_seen where p.last_seen < excluded.last_seen;
  end if;
end $$;

-- Whether the hub knows one person by this subject: two of two issuers would both be given what is meant for one.
create function access.knows(the_subject text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select count(*) = 1 from access.known_person p where p.subject = the_subject);
end $$;

revoke execute on function ctx.remember_system(jsonb), ctx.system(), ctx.system_does(text),
  ctx.remember_links(text, bigint, uuid[]), ctx.linkable(), access.linked(uuid[]), ctx.linked_shown(uuid[]),
  access.enter(jsonb), access.knows(text) from public;
grant execute on function access.linked(uuid[]) to {{prefix}}_maintain;

-- Three functions keep their text but for these words; a text that lacks them is not the one this was written for.
do $$
declare
  change record;
  said text;
begin
  for change in select * from (values
    ('access.open(text,text,jsonb)', 'set_config(''hub.tag'', tag, true);', 'set_config(''hub.tag'', tag, true);
  perform access.enter(c);'),
    ('access.open(text,text,jsonb)', 'kept as materialized (select ctx.remember(s.holder, s.about, s.tier, s.act, s.seq, s.ids) from sets s)',
      'kept as materialized (
    select ctx.remember(s.holder, s.about, s.tier, s.act, s.seq, s.ids) from sets s
    union all
    select ctx.remember_links(f.holder, f.seq, array(select distinct i from decided e cross join unnest(e.permitted) i))
    from (select d.holder, d.seq from decided d order by d.n limit 1) f)'),
    ('access.claim(text,date,text)', 'perform ctx.remember(''PARTNERSHIP'', ''PARTNERSHIP'', ''EXISTENCE'', ''WRITE'', row_seq, held);',
      'perform ctx.remember(''PARTNERSHIP'', ''PARTNERSHIP'', ''EXISTENCE'', ''WRITE'', row_seq, held);
  perform ctx.remember_links(''PARTNERSHIP'', row_seq, held);'),
    ('access.join_team(text,text,timestamptz,timestamptz)', 'insert into access.audit',
      '-- A seat gives somebody sight of children. It is given to a person the hub knows, and one who has it can always lose it.
  if not access.knows(the_subject)
    and not exists (select from access.membership m where m.team = the_team and m.subject = the_subject) then
    raise exception ''nobody known by this subject'' using errcode = ''HUB31'';
  end if;
  insert into access.audit')) x(name, was, becomes)
  loop
    said := pg_get_functiondef(change.name::regprocedure);
    if position(change.was in said) = 0 then raise exception '% is not as expected', change.name; end if;
    execute replace(said, change.was, change.becomes);
  end loop;
end $$;

-- A table that its domain reads and systems alone write: those with an operation of this shape. Called by its owner.
create function access.written_by_systems(the_table regclass, holder text, operation text, readable boolean default true) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app constant name := '{{prefix}}_' || lower(holder);
  says constant text := format('(select ctx.system_does(%L))', operation);
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy maintain on %s for select to {{prefix}}_maintain using (true)', the_table);
  execute format('create policy reads on %s for select to %I using (%s)', the_table, app, case when readable then 'true' else says end);
  execute format('create policy adds on %s for insert to %I with check (%s)', the_table, app, says);
  execute format('create policy changes on %s for update to %I using (%s) with check (%s)', the_table, app, says, says);
  execute format('create policy removes on %s for delete to %I using (%s)', the_table, app, says);
end $$;

-- Where a consumer has got to: each consumer's own, to read and to write.
create function access.written_by_its_consumer(the_table regclass, holder text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy own on %s to %I using (''system:'' || consumer in (select unnest(ctx.system())))
    with check (''system:'' || consumer in (select unnest(ctx.system())))', the_table, '{{prefix}}_' || lower(holder));
end $$;

-- As before, and written by systems alone.
create or replace function access.reference(the_table regclass, holder text, verbs text default 'select, insert, update, delete') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to %I', verbs, the_table, '{{prefix}}_' || lower(holder));
  execute format('grant select on %s to {{prefix}}_maintain', the_table);
  perform access.written_by_systems(the_table, holder, holder || ':%:WRITE');
end $$;

-- As before, and what is received, rejected and heard is written by the system whose work it is. No question shows a
-- reject: it is read by whoever writes it, and counted by operators.
do $$
declare
  said constant text := pg_get_functiondef('access.furnish(name,text)'::regprocedure);
  was constant text := 'execute format(''grant select on %I.source_receipt, %I.reject to {{prefix}}_maintain'', the_schema, the_schema);';
begin
  if position(was in said) = 0 then raise exception 'access.furnish is not as expected'; end if;
  execute replace(said, was, was || '
  perform access.written_by_systems(format(''%I.source_receipt'', the_schema)::regclass, holder, holder || '':ingest:WRITE'');
  perform access.written_by_systems(format(''%I.reject'', the_schema)::regclass, holder, holder || '':ingest:WRITE'', false);
  perform access.written_by_its_consumer(format(''%I.event_position'', the_schema)::regclass, holder);');
end $$;
revoke execute on function access.written_by_systems(regclass, text, text, boolean), access.written_by_its_consumer(regclass, text) from public;

-- The tables that are there already, each as its owner. Whatever its domain may write and has no row-level security is
-- about an organisation.
reset role;
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass named, c.relname, pg_get_userbyid(c.relowner) owner, d.domain
    from access.domain d join pg_namespace n on n.nspname = d.schema_name join pg_class c on c.relnamespace = n.oid
    where c.relkind = 'r' and not c.relispartition and not c.relrowsecurity and has_table_privilege(d.app_role, c.oid, 'insert')
  loop
    execute format('grant execute on function access.written_by_systems(regclass, text, text, boolean), access.written_by_its_consumer(regclass, text) to %I', t.owner);
    execute format('set local role %I', t.owner);
    if t.relname = 'event_position' then
      perform access.written_by_its_consumer(t.named, t.domain);
    else
      perform access.written_by_systems(t.named, t.domain,
        t.domain || case when t.relname in ('source_receipt', 'reject') then ':ingest:WRITE' else ':%:WRITE' end, t.relname <> 'reject');
    end if;
    set local role none;
  end loop;
end $$;
set local role {{owner}};
