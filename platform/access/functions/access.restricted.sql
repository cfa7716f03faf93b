-- Whether a child whom this transaction may change is under any restriction, or will be: for decisions that a restriction
-- forbids, of which what is decided today may outlast the day it begins.
create or replace function access.restricted(the_domain text, the_tier text, the_child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_change(the_domain, the_tier, array[the_child]) then
    raise exception 'no permit for this child' using errcode = '42501';
  end if;
  return exists (select from access.linked(array[the_child]) k join access.restriction x on x.child_id = k.held
    where x.until is null or x.until > (select ctx.today()));
end $$;
