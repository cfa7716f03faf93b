-- What ends when records are parted: the agenda's opening where the school has no roll of the child, and an own claim of
-- the child. That goes by one of the child's numbers; once the records are parted it cannot be said whose that was. At the
-- end of the transaction, when every row of the same act stands.
create or replace function access.parted() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from access.linked(array[old.held]) k where k.held = old.canonical) then return null; end if;
  perform access.end_without_roll(array[old.held, old.canonical]);
  delete from access.relationship re where re.basis = 'SELF_CLAIMED'
    and re.child_id in (select k.held from access.linked(array[old.held, old.canonical]) k);
  return null;
end $$;
