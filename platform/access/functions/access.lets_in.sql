-- Whether any rule lets the verified caller's role and purpose into what stands under a facet, of whichever child: for what goes
-- with it and is of no child.
create or replace function access.lets_in(the_domain text, the_tier text, facet text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from ctx.claims() c join access.rule r on r.role = c ->> 'role' and r.purpose = c ->> 'purpose'
    where r.about = the_domain and r.tier = the_tier and r.act = 'READ' and facet = any (r.facets))
$$;
grant execute on function access.lets_in(text, text, text) to {{prefix}}_partnership;
