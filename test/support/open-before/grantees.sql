-- Everyone a caller is, for relationships: the person, the organisation, the teams.
create function before.grantees(c jsonb) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return array['person:' || (c ->> 'sub'), 'org:' || (c ->> 'org')]
    || array(select 'team:' || team from access.membership where subject = c ->> 'sub' and valid @> (select ctx.now()));
end $$;
