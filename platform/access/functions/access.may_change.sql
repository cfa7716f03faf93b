-- Whether every one of these children may be changed by this transaction, in any tier the domain opened for writing.
create or replace function access.may_change(the_domain text, the_tier text, ids uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select ids <@ ctx.permitted(the_domain, the_domain, the_tier, 'WRITE')
$$;
