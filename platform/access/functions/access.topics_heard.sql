-- The topics of a domain that the login may hear.
create or replace function access.topics_heard(the_domain text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.topic from access.event_grant e where e.domain = the_domain and pg_has_role(session_user, e.consumer_role, 'MEMBER')
$$;
