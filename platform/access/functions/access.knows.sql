-- Whether the hub knows one person by this subject: two of two issuers would both be given what is meant for one.
create or replace function access.knows(the_subject text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select count(*) = 1 from access.known_person p where p.subject = the_subject);
end $$;
