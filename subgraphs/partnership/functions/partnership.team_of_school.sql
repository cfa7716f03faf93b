-- owner: {{prefix}}_maintain
-- The children on a school's roll with whom somebody works whom another domain than education names, for access.open, which
-- decides about each of them.
create or replace function partnership.team_of_school(urn text) returns table (child_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if urn !~ '^[0-9]{6}$' then return; end if;
  return query
    select distinct f.child_id
    from access.on_roll('org:' || urn) r join partnership.team_fact f on f.child_id = r.child_id
    where f.domain <> 'EDUCATION';
end $$;
