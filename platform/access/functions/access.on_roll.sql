-- The children whom a roll relates to an organisation today, each under every id it is held under. For a domain's definer
-- functions that find children for access.open, which decides about each of them.
create or replace function access.on_roll(the_grantee text) returns table (child_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment constant timestamptz := ctx.now();
begin
  return query
    with related as (
      select distinct coalesce(al.canonical, re.child_id) child
      from access.relationship re left join access.child_alias al on al.held = re.child_id
      where re.grantee = the_grantee and re.basis = 'SCHOOL_ROLL' and re.valid @> moment)
    select r.child from related r
    union all
    select al.held from related r join access.child_alias al on al.canonical = r.child where al.held <> r.child;
end $$;
grant execute on function access.on_roll(text) to {{prefix}}_maintain;
