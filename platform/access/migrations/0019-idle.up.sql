-- Looking whether there is news costs nothing where there is none, and what was said goes after 30 days.

-- The last event of each topic that was deleted: a consumer whose position lies before it has not heard all. Nothing of a
-- child.
create table access.forgotten_event (
  domain text not null references access.domain,
  topic text not null,
  xid xid8 not null,
  seq bigint not null,
  primary key (domain, topic)
);
alter table access.forgotten_event enable row level security;
alter table access.forgotten_event force row level security;
create policy decides on access.forgotten_event to {{prefix}}_access using (true) with check (true);

-- The owner of a domain's events, for a caller who is a verified system. Asked for by the functions below.
create function access.owner_heard_by(the_domain text, claims text, tag text) returns access.domain
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  d access.domain;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not (c ->> 'system')::boolean then
    raise exception 'not granted' using errcode = '42501';
  end if;
  return d;
end $$;

-- The topics of a domain that the login may hear.
create function access.topics_heard(the_domain text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.topic from access.event_grant e where e.domain = the_domain and pg_has_role(session_user, e.consumer_role, 'MEMBER')
$$;

-- Whether events of a domain that the login may hear were deleted after a position.
create function access.has_missed(the_domain text, after_xid xid8, after_seq bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.forgotten_event f
    where f.domain = the_domain and (f.xid, f.seq) > (after_xid, after_seq) and f.topic in (select access.topics_heard(the_domain)))
$$;

-- Whether a domain has said anything after a position, be it that it cannot be read yet, for a transaction before it is
-- still open, or no longer, for it was deleted. Tells of no child, writes nothing and takes no transaction id, so that an
-- idle hub can ask as often as it likes.
create function access.has_news(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  d constant access.domain := access.owner_heard_by(the_domain, claims, tag);
  news boolean;
begin
  execute format('select exists (select from %I.outbox o
    where (o.xid, o.seq) > ($1, $2) and o.topic in (select access.topics_heard($3))) or access.has_missed($3, $1, $2)', d.schema_name)
    into news using after_xid, after_seq, the_domain;
  return news;
end $$;

-- Events after a position, in an order that no open transaction can still change: by transaction, then sequence, and
-- only below the oldest transaction still running. They name the id a child is shown by. One bulk audit row where
-- something was read; a look that found nothing is no disclosure. HUB32 where events after the position were deleted:
-- asked after the events are read, so that a deletion in between is seen.
create or replace function access.read_events(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint, at_most int)
returns table (xid xid8, seq bigint, topic text, child_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  d constant access.domain := access.owner_heard_by(the_domain, claims, tag);
begin
  return query execute format('select o.xid, o.seq, o.topic, coalesce(a.canonical, o.child_id) from %I.outbox o
    left join access.child_alias a on a.held = o.child_id
    where (o.xid, o.seq) > ($1, $2) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
      and o.topic in (select access.topics_heard($3))
    order by o.xid, o.seq limit $4', d.schema_name)
    using after_xid, after_seq, the_domain, at_most;
  if found then
    insert into access.audit (domain, actor, role, purpose, about, tier, act, operation, kind, asked, permitted, decision, bases, policy_version, request_id)
      values (the_domain, c ->> 'sub', c ->> 'role', c ->> 'purpose', the_domain, 'EXISTENCE', 'READ', 'events.read', 'event', '{}', '{}', 'SYSTEM', array['SYSTEM'], 'system', c ->> 'rid');
  end if;
  if access.has_missed(the_domain, after_xid, after_seq) then
    raise exception 'events after this position were deleted' using errcode = 'HUB32';
  end if;
end $$;

-- Says anew, of every child, what was said and deleted after a position that a consumer has come back with: a refresh is by
-- key, so that hearing of a child once more than needed changes nothing. Whoever hears these topics hears it, and what was
-- deleted before is missed by nobody any longer. Answers how many events that made.
create function access.say_anew(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  d constant access.domain := access.owner_heard_by(the_domain, claims, tag);
  missed text[];
  said bigint;
begin
  with gone as (delete from access.forgotten_event f
    where f.domain = the_domain and (f.xid, f.seq) > (after_xid, after_seq) and f.topic in (select access.topics_heard(the_domain))
    returning f.topic)
  select array_agg(g.topic) into missed from gone g;
  if missed is null then return 0; end if;
  insert into access.audit (domain, actor, role, purpose, about, tier, act, operation, kind, asked, permitted, decision, bases, policy_version, request_id)
    values (the_domain, c ->> 'sub', c ->> 'role', c ->> 'purpose', the_domain, 'EXISTENCE', 'WRITE', 'events.say-anew', 'event', '{}', '{}', 'SYSTEM', array['SYSTEM'], 'system', c ->> 'rid');
  execute format('insert into %I.outbox (topic, child_id) select t, i.child_id from unnest($1) t cross join partnership.child i', d.schema_name)
    using missed;
  get diagnostics said = row_count;
  execute format('select pg_notify(%L, max(seq)::text) from %I.outbox', 'hub_' || d.schema_name, d.schema_name);
  return said;
end $$;

-- Deletes a domain's events of more than 30 days ago, the eldest first and at most this many, and keeps where they ended.
-- By the clock, not by the day that was told. Only the owner's own login; it needs no caller, for it tells and changes
-- nothing of a child. Looks at no more rows than it may delete: where none is old it writes nothing. Answers how many
-- were deleted.
create function access.forget_events(the_domain text, at_most int) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d access.domain;
  gone bigint;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER') then
    raise exception 'not granted' using errcode = '42501';
  end if;
  execute format('with eldest as (select o.seq, o.at from %1$I.outbox o order by o.seq limit $2),
    gone as (delete from %1$I.outbox o using eldest e
      where o.seq = e.seq and e.at < now() - interval ''30 days'' returning o.topic, o.xid, o.seq),
    last as (select distinct on (g.topic) g.topic, g.xid, g.seq from gone g order by g.topic, g.xid desc, g.seq desc),
    kept as (insert into access.forgotten_event as f (domain, topic, xid, seq) select $1, l.topic, l.xid, l.seq from last l
      on conflict (domain, topic) do update set xid = excluded.xid, seq = excluded.seq
      where (f.xid, f.seq) < (excluded.xid, excluded.seq))
    select count(*) from gone', d.schema_name) into gone using the_domain, at_most;
  return gone;
end $$;

revoke execute on function access.owner_heard_by(text, text, text), access.topics_heard(text), access.has_missed(text, xid8, bigint),
  access.has_news(text, text, text, xid8, bigint), access.say_anew(text, text, text, xid8, bigint),
  access.forget_events(text, int) from public;
