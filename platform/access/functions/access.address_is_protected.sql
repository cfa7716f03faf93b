-- Whether where the child lives is to be told to nobody: of a child whom this transaction may see, of one linked with it,
-- and of whoever is reviewed beside a child whose address is protected: "the same home" would tell it.
create or replace function access.address_is_protected(the_tier text, the_child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  own uuid[];
begin
  -- Of anybody else nothing is told, an address neither.
  if not the_child = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', the_tier, 'READ')) then return true; end if;
  own := array(select k.held from access.linked(array[the_child]) k);
  return exists (
    select from access.linked(own || array(select partnership.beside_in_review(own))) k
    join access.restriction x on x.child_id = k.held
    where x.kind = 'PROTECTED_ADDRESS' and x.since <= ctx.today() and (x.until is null or x.until > ctx.today()));
end $$;
grant execute on function access.address_is_protected(text, uuid) to {{prefix}}_partnership;
