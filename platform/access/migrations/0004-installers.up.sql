-- What every domain's schema is made of, so that a migration states a table's holder and tier and nothing is forgotten.

-- Row-level security for a table with a child_id: one set, one tier. Called by the table's owner.
create function access.secure(the_table regclass, holder text, about text, tier text, verbs text default 'select, insert, update, delete',
  condition text default 'true') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app name := '{{prefix}}_' || lower(holder);
  suffix text := lower(about || '_' || tier);
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy %I on %s for select to %I using ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'read_' || suffix, the_table, app, condition, holder, about, tier, 'READ');
  execute format('create policy %I on %s for insert to %I with check ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'add_' || suffix, the_table, app, condition, holder, about, tier, 'WRITE');
  execute format('create policy %I on %s for update to %I using ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'change_' || suffix, the_table, app, condition, holder, about, tier, 'WRITE');
  execute format('create policy %I on %s for delete to %I using ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'remove_' || suffix, the_table, app, condition, holder, about, tier, 'WRITE');
  if not exists (select from pg_policy where polrelid = the_table and polname = 'maintain') then
    execute format('create policy maintain on %s for select to {{prefix}}_maintain using (true)', the_table);
    execute format('grant select on %s to {{prefix}}_maintain', the_table);
  end if;
  execute format('grant %s on %s to %I', verbs, the_table, app);
end $$;

-- Reference data about organisations, never about a child: readable by its domain.
create function access.reference(the_table regclass, holder text, verbs text default 'select, insert, update, delete') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to %I', verbs, the_table, '{{prefix}}_' || lower(holder));
  execute format('grant select on %s to {{prefix}}_maintain', the_table);
end $$;

-- The domain's outbox, its idempotency keys, its source receipts and its rejects.
create function access.furnish(the_schema name, holder text) returns void
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

-- A fact changed: kind and child, nothing else. The notice carries a sequence number only.
create function access.emit(the_domain text, the_topic text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d access.domain;
  last bigint;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER')
    or not exists (select from unnest(array['EXISTENCE', 'T1', 'T2', 'T3', 'T4']) tier where access.may_change(the_domain, tier, ids)) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  if cardinality(ids) = 0 then return; end if;
  execute format('with added as (insert into %I.outbox (topic, child_id) select $1, i from unnest($2) i returning seq) select max(seq) from added', d.schema_name)
    into last using the_topic, ids;
  perform pg_notify('hub_' || d.schema_name, last::text);
end $$;

create table access.event_grant (
  consumer_role name not null,
  domain text not null references access.domain,
  topic text not null,
  primary key (consumer_role, domain, topic)
);

-- Events after a position, in an order that no open transaction can still change: by transaction, then sequence, and
-- only below the oldest transaction still running. One bulk audit row.
create function access.read_events(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint, at_most int)
returns table (xid xid8, seq bigint, topic text, child_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  d access.domain;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not (c ->> 'system')::boolean then
    raise exception 'not granted' using errcode = '42501';
  end if;
  insert into access.audit (domain, actor, role, purpose, about, tier, act, operation, kind, asked, permitted, decision, bases, policy_version, request_id)
    values (the_domain, c ->> 'sub', c ->> 'role', c ->> 'purpose', the_domain, 'EXISTENCE', 'READ', 'events.read', 'event', '{}', '{}', 'SYSTEM', array['SYSTEM'], 'system', c ->> 'rid');
  return query execute format('select o.xid, o.seq, o.topic, o.child_id from %I.outbox o
    where (o.xid, o.seq) > ($1, $2) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
      and o.topic in (select e.topic from access.event_grant e where e.domain = $3 and pg_has_role(session_user, e.consumer_role, %L))
    order by o.xid, o.seq limit $4', d.schema_name, 'MEMBER')
    using after_xid, after_seq, the_domain, at_most;
end $$;

revoke execute on all functions in schema access from public;
