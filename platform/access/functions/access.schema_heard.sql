-- The schema of a domain whose events a verified system asks for. 42501 for anyone else, and for no domain.
create or replace function access.schema_heard(the_domain text, claims text, tag text) returns name
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  heard constant name := (select d.schema_name from access.domain d where d.domain = the_domain);
begin
  if not (ctx.verify(claims, tag) ->> 'system')::boolean or heard is null then
    raise exception 'not granted' using errcode = '42501';
  end if;
  return heard;
end $$;
