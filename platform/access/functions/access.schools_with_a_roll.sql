-- The schools on whose roll the hub holds a child, or held one, by URN: whose directories it takes in. Which children, it does
-- not tell.
create or replace function access.schools_with_a_roll() returns setof text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ctx.system_does('PARTNERSHIP:ingest:WRITE') then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  return query select distinct substr(re.grantee, 5) from access.relationship re where re.basis = 'SCHOOL_ROLL';
end $$;
grant execute on function access.schools_with_a_roll() to {{prefix}}_partnership;
