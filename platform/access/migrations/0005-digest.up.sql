-- What operators may ask for: digests and counts, never rows, each call audited.

create function access.audit_operator(the_domain text, the_operation text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into access.audit (domain, actor, role, purpose, about, tier, act, operation, kind, asked, permitted, decision, bases, policy_version, request_id)
  values (the_domain, 'operator:' || session_user, 'operator', 'AUDIT', the_domain, 'EXISTENCE', 'READ', the_operation, 'operator', '{}', '{}', 'SYSTEM', array['SYSTEM'], 'system', gen_random_uuid()::text)
$$;

-- One digest of a domain's meaning-bearing rows, independent of their order and of surrogate ids: a child is known by
-- its sources' own keys, and ids, versions and times of recording are left out.
create function access.digest(the_schema name) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  rows_digest text;
  total text := '';
begin
  perform access.audit_operator(upper(the_schema), 'check.digest');
  for t in
    select c.relname, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped) about_child
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = the_schema and c.relkind = 'r' and not c.relispartition
      and c.relname not in ('outbox', 'idempotency', 'source_receipt', 'event_position', 'migration', 'hash_key')
    order by c.relname
  loop
    execute format($q$
      select coalesce(encode(crypto.digest(string_agg(h, '' order by h), 'sha256'), 'hex'), '-') from (
        select encode(crypto.digest(coalesce(m.meaning, '') || (
          select jsonb_object_agg(k, v)::text from jsonb_each(to_jsonb(r)) e(k, v)
          where k not in ('id', 'child_id', 'version', 'at', 'as_at', 'received', 'recorded_at', 'value_hash') and k not like '%%\_id'), 'sha256'), 'hex') h
        from %I.%I r
        left join (select s.child_id, string_agg(s.source || '|' || s.source_key, ',' order by s.source, s.source_key) meaning
                   from partnership.source_record s group by s.child_id) m on m.child_id::text = to_jsonb(r) ->> 'child_id') d $q$,
      the_schema, t.relname) into rows_digest;
    total := total || t.relname || ':' || rows_digest || ';';
  end loop;
  return encode(crypto.digest(total, 'sha256'), 'hex');
end $$;

revoke execute on function access.audit_operator(text, text), access.digest(name) from public;
grant execute on function access.audit_operator(text, text) to {{prefix}}_maintain;
reset role;
grant usage on schema crypto to {{prefix}}_maintain;
grant create on schema access to {{prefix}}_maintain;
alter function access.digest(name) owner to {{prefix}}_maintain;
revoke create on schema access from {{prefix}}_maintain;
set local role {{owner}};
