-- Everyone the verified caller of this transaction is, for relationships: nobody can choose it.
create or replace function ctx.grantees() returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.grantees(ctx.claims(), ctx.now())
$$;
grant execute on function ctx.grantees() to {{prefix}}_maintain;
