-- What is of no child changed: the kind, nothing else. For systems alone, of the domain whose login they use.
create or replace function access.emit_of_nobody(the_domain text, the_topic text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d access.domain;
  last bigint;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER') or not ctx.system_does(the_domain || ':%:WRITE') then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  execute format('insert into %I.outbox (topic, child_id) values ($1, null) returning seq', d.schema_name) into last using the_topic;
  perform pg_notify('hub_' || d.schema_name, last::text);
end $$;
