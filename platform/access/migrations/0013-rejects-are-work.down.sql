set local role {{owner}};
create or replace function access.furnish(the_schema name, holder text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app name := '{{prefix}}_' || lower(holder);
begin
  execute format('create table %I.outbox (seq bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(), topic text not null, child_id uuid not null, at timestamptz not null default now())', the_schema);
  execute format('create index on %I.outbox (xid, seq)', the_schema);
  execute format('alter table %I.outbox enable row level security', the_schema);
  execute format('alter table %I.outbox force row level security', the_schema);
  execute format('create policy keeps on %I.outbox to {{prefix}}_access using (true) with check (true)', the_schema);
  execute format('create policy maintain on %I.outbox for select to {{prefix}}_maintain using (true)', the_schema);
  execute format('grant select, insert, delete on %I.outbox to {{prefix}}_access', the_schema);
  execute format('grant select on %I.outbox to {{prefix}}_maintain', the_schema);

  execute format('create table %I.idempotency (actor text not null, key text not null, body_hash text not null,
    answer jsonb not null, at timestamptz not null default now(), primary key (actor, key))', the_schema);
  execute format('alter table %I.idempotency enable row level security', the_schema);
  execute format('alter table %I.idempotency force row level security', the_schema);
  execute format('create policy own on %I.idempotency to %I using (actor = (select ctx.claims() ->> %L)) with check (actor = (select ctx.claims() ->> %L))',
    the_schema, app, 'sub', 'sub');
  execute format('grant select, insert on %I.idempotency to %I', the_schema, app);

  execute format('create table %I.source_receipt (source text primary key, last_received timestamptz not null, expected_every interval)', the_schema);
  execute format('create table %I.reject (id bigint generated always as identity primary key, source text not null, file text not null,
    line int not null, rule text not null, reason text not null, at timestamptz not null default now(), unique (source, file, line, rule))', the_schema);
  execute format('create table %I.event_position (consumer text not null, domain text not null, xid xid8 not null, seq bigint not null,
    primary key (consumer, domain))', the_schema);
  execute format('grant select, insert, update, delete on %I.source_receipt, %I.reject, %I.event_position to %I', the_schema, the_schema, the_schema, app);
  execute format('grant select on %I.source_receipt, %I.reject to {{prefix}}_maintain', the_schema, the_schema);
end $$;

reset role;
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass reject, pg_get_userbyid(c.relowner) owner,
      (select k.conname from pg_constraint k where k.conrelid = c.oid and k.contype = 'u') one_a_rule
    from pg_class c where c.relname = 'reject' and c.relkind = 'r' and pg_get_userbyid(c.relowner) like '{{prefix}}\_%'
  loop
    execute format('set local role %I', t.owner);
    execute format('alter table %s drop constraint %I', t.reject, t.one_a_rule);
    -- Of two faults of a line by one rule, the table as it was held the first.
    execute format('delete from %1$s r using %1$s o where (o.source, o.file, o.line, o.rule) = (r.source, r.file, r.line, r.rule) and o.id < r.id', t.reject);
    execute format('alter table %s drop column whole, add unique (source, file, line, rule)', t.reject);
    set local role none;
  end loop;
end $$;

grant create on schema access to {{prefix}}_maintain;
set local role {{prefix}}_maintain;
-- As before; and in partnership, which records are one child.
create or replace function access.digest(the_schema name) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  rows_digest text;
  total text := '';
begin
  perform access.audit_operator(upper(the_schema), 'check.digest');
  for t in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = the_schema and c.relkind = 'r' and not c.relispartition
      -- Who decided what, and what waits for a decision, is work and history like the audit; what records and children
      -- are found by follows from them.
      and c.relname not in ('outbox', 'idempotency', 'source_receipt', 'event_position', 'migration', 'hash_key',
        'match_review', 'match_candidate', 'match_decision', 'kept_apart', 'alert', 'match_key', 'name_count', 'search_entry')
    order by c.relname
  loop
    execute format($q$
      select coalesce(encode(crypto.digest(string_agg(h, '' order by h), 'sha256'), 'hex'), '-') from (
        select encode(crypto.digest(coalesce(m.meaning, '') || (
          select jsonb_object_agg(k, v)::text from jsonb_each(to_jsonb(r)) e(k, v)
          where k not in ('id', 'child_id', 'version', 'at', 'as_at', 'received', 'recorded_at', 'raised_at', 'value_hash', 'arrival', 'score') and k not like '%%\_id'), 'sha256'), 'hex') h
        from %I.%I r
        left join (select s.child_id, string_agg(s.source || '|' || s.source_key, ',' order by s.source, s.source_key) meaning
                   from partnership.source_record s group by s.child_id) m on m.child_id::text = to_jsonb(r) ->> 'child_id') d $q$,
      the_schema, t.relname) into rows_digest;
    total := total || t.relname || ':' || rows_digest || ';';
  end loop;
  if the_schema = 'partnership' then
    select coalesce(encode(crypto.digest(string_agg(g.members, ';' order by g.members), 'sha256'), 'hex'), '-') into rows_digest
    from (select string_agg(s.source || '|' || s.source_key, ',' order by s.source, s.source_key) members
          from partnership.source_record s
          join access.shown(array(select child_id from partnership.source_record)) w on w.held = s.child_id
          group by w.shown) g;
    total := total || 'children:' || rows_digest || ';';
  end if;
  return encode(crypto.digest(total, 'sha256'), 'hex');
end $$;

reset role;
revoke create on schema access from {{prefix}}_maintain;
set local role {{owner}};
