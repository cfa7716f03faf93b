-- Says anew, of every child, what was said and deleted after a position that a consumer has come back with: a refresh is by
-- key, so that hearing of a child once more than needed changes nothing. Whoever hears these topics hears it, and what was
-- deleted before is missed by nobody any longer. Answers how many events that made.
create or replace function access.say_anew(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  heard constant name := access.schema_heard(the_domain, claims, tag);
  missed text[];
  said bigint;
begin
  with gone as (delete from access.forgotten_event f
    where f.domain = the_domain and (f.xid, f.seq) > (after_xid, after_seq) and f.topic in (select access.topics_heard(the_domain))
    returning f.topic)
  select array_agg(g.topic) into missed from gone g;
  if missed is null then return 0; end if;
  perform access.note(c, the_domain, row(the_domain, 'EXISTENCE', 'WRITE', 'events.say-anew', 'event', null, '{}', '{}', 'SYSTEM',
    array['SYSTEM'], 'system'));
  execute format('insert into %I.outbox (topic, child_id) select t, i.child_id from unnest($1) t cross join partnership.child i', heard)
    using missed;
  get diagnostics said = row_count;
  execute format('select pg_notify(%L, max(seq)::text) from %I.outbox', 'hub_' || heard, heard);
  return said;
end $$;
