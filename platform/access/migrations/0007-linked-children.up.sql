-- One record, one id; a child is the ids that are linked. Rows keep the id they were written under, so a link and its
-- undoing move nothing: what changes is access.child_alias alone, and every domain sees it in the same instant.

-- Every id a child's rows may stand under, with the id that was asked for.
create or replace function ctx.keys(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security definer rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with root as materialized (
      select i, coalesce((select a.canonical from access.child_alias a where a.held = i), i) r from unnest(ids) i)
    select root.i, root.r from root
    union all
    select root.i, a.held from root join access.child_alias a on a.canonical = root.r;
end $$;

-- The id a child is shown by: the eldest of those linked, or its own.
create function access.shown(ids uuid[]) returns table (held uuid, shown uuid)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  return query select i, coalesce(a.canonical, i) from unnest(ids) i left join access.child_alias a on a.held = i;
end $$;

-- Events, too, name the id a child is shown by: a copy is kept once a child, whichever of its records changed.
create or replace function access.read_events(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint, at_most int)
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
  return query execute format('select o.xid, o.seq, o.topic, coalesce(a.canonical, o.child_id) from %I.outbox o
    left join access.child_alias a on a.held = o.child_id
    where (o.xid, o.seq) > ($1, $2) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
      and o.topic in (select e.topic from access.event_grant e where e.domain = $3 and pg_has_role(session_user, e.consumer_role, %L))
    order by o.xid, o.seq limit $4', d.schema_name, 'MEMBER')
    using after_xid, after_seq, the_domain, at_most;
end $$;

-- Whether any of these children, or one linked with it, is adopted or sealed: such a child is never joined with
-- another, nor suggested. Not for the app role: being on the list is the secret.
create function access.unlinkable(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct k.asked from ctx.keys(ids) k join access.restriction x on x.child_id = k.held
  where x.kind in ('ADOPTION', 'SEALED') and x.since <= current_date and (x.until is null or x.until > current_date)
$$;

-- Links records to the child they are of, or takes them out again (a null `shown`). Only partnership says who is who,
-- and only of children its unit was opened to change. Ids that are one child already may be shown by another of them
-- also where the child is adopted or sealed: that joins nobody.
create function access.link(the_tier text, rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  named constant uuid[] := array(select distinct i from jsonb_to_recordset(rows) x(held uuid, shown uuid), unnest(array[x.held, x.shown]) i where i is not null);
  joined constant uuid[] := array(select distinct i from jsonb_to_recordset(rows) x(held uuid, shown uuid), unnest(array[x.held, x.shown]) i
    where x.shown is not null and not exists (select from ctx.keys(array[x.held]) k where k.held = x.shown));
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not access.may_change('PARTNERSHIP', the_tier, named) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  if exists (select from access.unlinkable(joined)) then
    raise exception 'these children cannot be linked' using errcode = '42501';
  end if;
  -- What hides a child, or was objected to, is of all its records, those that leave it too, until whoever said so lifts it.
  if exists (select from jsonb_to_recordset(rows) x(held uuid, shown uuid) where x.shown is null) then
    insert into access.restriction (child_id, kind, since, until)
      select distinct on (o.held, x.kind) o.held, x.kind, x.since, x.until
      from ctx.keys(named) k join access.restriction x on x.child_id = k.held cross join lateral ctx.keys(array[k.held]) o
      order by o.held, x.kind, x.until desc nulls first
    on conflict (child_id, kind) do nothing;
    insert into access.objection (child_id, about, purpose, valid, reference)
      select distinct on (o.held, x.reference) o.held, x.about, x.purpose, x.valid, x.reference
      from ctx.keys(named) k join access.objection x on x.child_id = k.held cross join lateral ctx.keys(array[k.held]) o
      order by o.held, x.reference
    on conflict (child_id, reference) do nothing;
  end if;
  delete from access.child_alias a using jsonb_to_recordset(rows) x(held uuid, shown uuid) where a.held = x.held;
  insert into access.child_alias (held, canonical)
    select x.held, x.shown from jsonb_to_recordset(rows) x(held uuid, shown uuid) where x.shown is not null and x.shown <> x.held;
  if exists (select from access.child_alias a join access.child_alias b on b.held = a.canonical
      where a.held = any (named) or a.canonical = any (named)) then
    raise exception 'a link must lead to the id the child is shown by' using errcode = '23514';
  end if;
end $$;

-- Every disclosure that showed records of both sides while they were linked: whoever read then, read of both.
create index audit_at on access.audit using brin (at);
create function access.disclosures_while_linked(one uuid[], other uuid[], since timestamptz, until timestamptz)
returns table (at timestamptz, who text, role text, organisation text, purpose text, about text, tier text, operation text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ((one || other) <@ ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T3', 'READ')) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  return query
    select a.at, coalesce(a.actor_name, a.actor), a.role, coalesce(a.organisation, ''), a.purpose, a.about, a.tier, a.operation
    from access.audit a
    where a.at >= since and a.at < disclosures_while_linked.until and a.decision = 'PERMITTED' and a.permitted && one and a.permitted && other
    order by a.seq;
end $$;

revoke execute on function access.shown(uuid[]), access.unlinkable(uuid[]), access.link(text, jsonb),
  access.disclosures_while_linked(uuid[], uuid[], timestamptz, timestamptz) from public;
grant execute on function ctx.keys(uuid[]), ctx.permitted(text, text, text, text), access.shown(uuid[]), access.unlinkable(uuid[]) to {{prefix}}_maintain;
grant execute on function access.link(text, jsonb),
  access.disclosures_while_linked(uuid[], uuid[], timestamptz, timestamptz) to {{prefix}}_partnership;

reset role;
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
