-- The first day on which a fact no longer opens a child to anybody by a basis; null where it opens nothing, or what it opened
-- was ended. Only of a child whom this transaction may see.
create or replace function access.opened_until(the_domain text, the_tier text, the_child uuid, the_basis text, the_reference text) returns date
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max((upper(re.valid) at time zone 'Europe/London')::date) from access.relationship re
  where re.child_id = the_child and re.basis = the_basis and re.reference = the_reference
    and the_child = any (ctx.permitted(the_domain, the_domain, the_tier, 'READ'))
$$;
grant execute on function access.opened_until(text, text, uuid, text, text) to {{prefix}}_partnership;
