-- The caller's own children, by what somebody is to be told of them as: those whom a relationship connects with the caller
-- today through which the rules open one of these facets to the caller's role and purpose, each under every id it is held
-- under. For a domain's definer functions that find the caller's own rows for access.open, which decides about each child:
-- of restrictions and objections nothing is looked at here.
create or replace function access.own(the_facets text[]) returns table (child_id uuid, about text, facet text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  moment constant timestamptz := ctx.now();
  grantees constant text[] := access.grantees(c, moment);
begin
  return query
    with opened as (
      select ru.about, ru.basis, f facet from access.rule ru cross join lateral unnest(ru.facets) f
      where ru.act = 'READ' and ru.role = c ->> 'role' and ru.purpose = c ->> 'purpose' and f = any (the_facets)
        and (ru.agreement is null or exists (
          select from access.agreement a where a.agreement = ru.agreement and a.valid @> moment))),
    related as (
      select distinct coalesce(al.canonical, re.child_id) child, re.basis
      from access.relationship re left join access.child_alias al on al.held = re.child_id
      where re.grantee = any (grantees) and re.basis in (select o.basis from opened o) and re.valid @> moment),
    shown as (select distinct r.child, o.about, o.facet from related r join opened o on o.basis = r.basis)
    select s.child, s.about, s.facet from shown s
    union all
    select al.held, s.about, s.facet from shown s join access.child_alias al on al.canonical = s.child;
end $$;
grant execute on function access.own(text[]) to {{prefix}}_maintain;
