drop function access.forget_events(text, int), access.say_anew(text, text, text, xid8, bigint), access.has_news(text, text, text, xid8, bigint);
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
drop function access.has_missed(text, xid8, bigint), access.topics_heard(text), access.owner_heard_by(text, text, text);
drop table access.forgotten_event;
