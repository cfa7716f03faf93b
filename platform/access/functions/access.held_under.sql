-- Under which of a child's ids a given relationship holds today, whoever the grantee is: that record's own fact opens it, so
-- what rests on it goes with that record where records are parted. The least of several; null where there is none. Only of a
-- child whom this transaction may change.
create or replace function access.held_under(the_domain text, the_tier text, the_child uuid, the_grantee text, the_basis text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_change(the_domain, the_tier, array[the_child]) then
    raise exception 'no permit for this child' using errcode = '42501';
  end if;
  return (select re.child_id from access.linked(array[the_child]) k join access.relationship re on re.child_id = k.held
    where re.grantee = the_grantee and re.basis = the_basis and re.valid @> (select ctx.now())
    order by re.child_id <> the_child, re.child_id limit 1);
end $$;
