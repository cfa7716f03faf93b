-- Events after a position, in an order that no open transaction can still change: by transaction, then sequence, and
-- only below the oldest transaction still running. They name the id a child is shown by. One bulk audit row where
-- something was read; a look that found nothing is no disclosure. HUB32 where events after the position were deleted:
-- asked after the events are read, so that a deletion in between is seen.
create or replace function access.read_events(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint, at_most int)
returns table (xid xid8, seq bigint, topic text, child_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  heard constant name := access.schema_heard(the_domain, claims, tag);
begin
  return query execute format('select o.xid, o.seq, o.topic, coalesce(a.canonical, o.child_id) from %I.outbox o
    left join access.child_alias a on a.held = o.child_id
    where (o.xid, o.seq) > ($1, $2) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
      and o.topic in (select access.topics_heard($3))
    order by o.xid, o.seq limit $4', heard)
    using after_xid, after_seq, the_domain, at_most;
  if found then
    perform access.note(c, the_domain, row(the_domain, 'EXISTENCE', 'READ', 'events.read', 'event', null, '{}', '{}', 'SYSTEM',
      array['SYSTEM'], 'system'));
  end if;
  if access.has_missed(the_domain, after_xid, after_seq) then
    raise exception 'events after this position were deleted' using errcode = 'HUB32';
  end if;
end $$;
