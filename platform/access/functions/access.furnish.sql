-- The domain's outbox, its idempotency keys, its source receipts and last deliveries, its rejects and where its consumers have
-- got to. What is received, rejected and heard is written by the system whose work it is. No person's question shows a reject
-- here: it is read by whoever writes it and by the feed that tells the partnership of it, and counted by operators. A reject names every fault of a line, also two by one rule, and says whether the
-- whole record was refused.
create or replace function access.furnish(the_schema name, holder text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app name := '{{prefix}}_' || lower(holder);
begin
  execute format('create table %I.outbox (seq bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(), topic text not null, child_id uuid, at timestamptz not null default now())', the_schema);
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
    line int not null, rule text not null, reason text not null, whole boolean not null default true, at timestamptz not null default now(),
    unique (source, file, line, rule, reason))', the_schema);
  -- Of each source the files that came last, whether or not anything of them was taken.
  execute format('create table %I.source_delivery (source text primary key, delivered_at timestamptz not null, files text[] not null,
    received int not null check (received >= 0), rejected int not null check (rejected between 0 and received))', the_schema);
  execute format('create table %I.event_position (consumer text not null, domain text not null, xid xid8 not null, seq bigint not null,
    primary key (consumer, domain))', the_schema);
  execute format('grant select, insert, update, delete on %I.source_receipt, %I.source_delivery, %I.reject, %I.event_position to %I',
    the_schema, the_schema, the_schema, the_schema, app);
  execute format('grant select on %I.source_receipt, %I.source_delivery, %I.reject to {{prefix}}_maintain', the_schema, the_schema, the_schema);
  perform access.written_by_systems(format('%I.source_receipt', the_schema)::regclass, holder, holder || ':ingest:WRITE');
  perform access.written_by_systems(format('%I.source_delivery', the_schema)::regclass, holder, holder || ':ingest:WRITE');
  perform access.written_by_systems(format('%I.reject', the_schema)::regclass, holder, holder || ':ingest:WRITE', false);
  execute format('create policy tells on %I.reject for select to %I using ((select ctx.system_does(%L)))', the_schema, app, holder || ':quality-feed');
  perform access.written_by_its_consumer(format('%I.event_position', the_schema)::regclass, holder);
end $$;
