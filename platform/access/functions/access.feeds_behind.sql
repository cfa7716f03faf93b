-- Which feeds of a domain are behind: of the consumers, owners and topics that are named side by side, each consumer with the
-- owner of which something was said longer ago than is allowed and is not heard yet, or was deleted unheard. By the clock, not
-- by the day that was told. Only for the domain's own login, of topics that it may hear; it needs no caller, for it tells of
-- feeds and of no child. Writes nothing and takes no transaction id. The eldest event alone is looked at: what follows it was
-- said later.
create or replace function access.feeds_behind(holder text, consumers text[], owners text[], topics text[], allowed interval)
returns table (consumer text, owner text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  d constant access.domain := (select k from access.domain k where k.domain = holder);
  feed record;
  behind boolean;
begin
  if d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER') then
    raise exception 'not granted' using errcode = '42501';
  end if;
  for feed in
    select w.consumer, w.owner, o.schema_name, array_agg(w.topic) topics
    from unnest(consumers, owners, topics) w(consumer, owner, topic) join access.domain o on o.domain = w.owner
    where w.topic in (select access.topics_heard(w.owner))
    group by w.consumer, w.owner, o.schema_name
  loop
    execute format('with heard as (
        select coalesce(max(p.xid::text), ''0'')::xid8 xid, coalesce(max(p.seq), 0) seq
        from %1$I.event_position p where p.consumer = $1 and p.domain = $2)
      select coalesce((select e.at < now() - $4 from (
          select o.at from %2$I.outbox o, heard h
          where (o.xid, o.seq) > (h.xid, h.seq) and o.topic = any ($3) order by o.xid, o.seq limit 1) e), false)
        or exists (select from access.forgotten_event f, heard h
          where f.domain = $2 and (f.xid, f.seq) > (h.xid, h.seq) and f.topic = any ($3))', d.schema_name, feed.schema_name)
      into behind using feed.consumer, feed.owner, feed.topics, allowed;
    if behind then
      consumer := feed.consumer;
      owner := feed.owner;
      return next;
    end if;
  end loop;
end $$;
