-- The position after which everything said is still there to be heard, of the topics that the login may hear; none where
-- nothing was deleted.
create or replace function access.heard_from(the_domain text, claims text, tag text) returns table (xid xid8, seq bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.schema_heard(the_domain, claims, tag);
  return query select f.xid, f.seq from access.forgotten_event f
    where f.domain = the_domain and f.topic in (select access.topics_heard(the_domain))
    order by f.xid desc, f.seq desc limit 1;
end $$;
