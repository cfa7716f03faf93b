-- owner: {{prefix}}_maintain
-- One digest of a domain's meaning-bearing rows, independent of their order and of surrogate ids: a child is known by
-- its sources' own keys, and ids, versions and times of recording are left out. In partnership, also which records are one
-- child. What a sender is told of a file is work, not meaning, and left out: a digest can say of a correction that it
-- restored the state.
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
      -- What was put right is history, of which a correction that restores the state adds some.
      and c.relname not in ('attendance_correction', 'cohort_session_week_past', 'cohort_suspension_past', 'fact_history', 'identity_change', 'change')
      -- What could not be taken of the last files is work for their senders. Who decided what, and what waits for a decision, is work and history like the audit; what records and children
      -- are found by follows from them.
      and c.relname not in ('outbox', 'idempotency', 'source_receipt', 'source_delivery', 'source_quality', 'rejected_line', 'event_position', 'migration', 'hash_key',
        'match_review', 'match_candidate', 'match_decision', 'kept_apart', 'alert', 'match_key', 'name_count', 'search_entry', 'reject',
        -- Of no child: when somebody looked.
        'look',
        -- Follows from registers and rolls, and is counted when it is asked for.
        'school_week_total', 'school_week_stale')
    order by c.relname
  loop
    execute format($q$
      select coalesce(encode(crypto.digest(string_agg(h, '' order by h), 'sha256'), 'hex'), '-') from (
        select encode(crypto.digest(coalesce(m.meaning, '') || (
          select jsonb_object_agg(k, v)::text from jsonb_each(to_jsonb(r)) e(k, v)
          where k not in ('id', 'child_id', 'version', 'at', 'as_at', 'xid', 'received', 'recorded_at', 'raised_at', 'believed_from', 'value_hash', 'arrival', 'score') and k not like '%%\_id'), 'sha256'), 'hex') h
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
