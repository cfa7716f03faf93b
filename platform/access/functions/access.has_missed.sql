-- Whether events of a domain that the login may hear were deleted after a position.
create or replace function access.has_missed(the_domain text, after_xid xid8, after_seq bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.forgotten_event f
    where f.domain = the_domain and (f.xid, f.seq) > (after_xid, after_seq) and f.topic in (select access.topics_heard(the_domain)))
$$;
