create or replace function access.address_is_protected(the_tier text, the_child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not the_child = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', the_tier, 'READ')) then return true; end if;
  return exists (select from ctx.keys(array[the_child]) k join access.restriction x on x.child_id = k.held
    where x.kind = 'PROTECTED_ADDRESS' and x.since <= ctx.today() and (x.until is null or x.until > ctx.today()));
end $$;
