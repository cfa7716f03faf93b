-- Whether a child whom this transaction may change has a given relationship today, whoever the grantee is.
create or replace function access.holds(the_domain text, the_tier text, the_child uuid, the_grantee text, the_basis text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_change(the_domain, the_tier, array[the_child]) then
    raise exception 'no permit for this child' using errcode = '42501';
  end if;
  return exists (select from access.linked(array[the_child]) k join access.relationship re on re.child_id = k.held
    where re.grantee = the_grantee and re.basis = the_basis and re.valid @> (select ctx.now()));
end $$;
