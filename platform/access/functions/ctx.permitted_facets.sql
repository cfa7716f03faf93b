-- Which of these facets this transaction may see of which children, of one domain and tier: beside ctx.permitted, and from the
-- same audit rows, of which the same is true. Whoever may change a row sees the row being changed, as far as it is the domain's
-- own: a copy of another domain's is changed by systems alone. A system sees what its operation names. So both have every facet
-- of the children they were opened for. An id and a facet may stand there twice.
create or replace function ctx.permitted_facets(holder text, about text, tier text, facets text[])
returns table (child_id uuid, facet text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  units constant bigint[] := access.units();
begin
  return query
    select i, f
    from access.audit_unit u
    cross join lateral unnest(u.requests) with ordinality
      r(about, tier, act, operation, kind, subjects, asked, permitted, decision, bases, policy_version, n)
    cross join lateral (
      select r.permitted children, permitted_facets.facets where r.act = 'WRITE' and permitted_facets.holder = permitted_facets.about or r.decision = 'SYSTEM'
      union all
      select coalesce(s.children, r.permitted), s.facets from unnest(u.facets) s where s.request = r.n) shown
    cross join lateral unnest(shown.facets) f
    cross join lateral unnest(shown.children) i
    where u.domain = permitted_facets.holder and u.seq = any (units) and u.xid = pg_current_xact_id_if_assigned()
      and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8'))
      and r.about = permitted_facets.about and r.tier = permitted_facets.tier and f = any (permitted_facets.facets);
end $$;
