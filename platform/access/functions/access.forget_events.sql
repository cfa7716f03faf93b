-- Deletes a domain's events of more than 30 days ago, the eldest first and at most this many, and keeps where they ended.
-- By the clock, not by the day that was told. Only the owner's own login; it needs no caller, for it tells and changes
-- nothing of a child. Looks at no more rows than it may delete: where none is old it writes nothing. Answers how many
-- were deleted.
create or replace function access.forget_events(the_domain text, at_most int) returns bigint
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
