-- A restriction is put on a child, or one that was over begins anew: what the agenda of a team around a school had opened ends
-- at once, until that school's safeguarding lead has decided. One that is lifted or goes on opens and ends nothing.
create or replace function access.restriction_begun() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.until <= ctx.today() or (tg_op = 'UPDATE' and (old.until is null or old.until > ctx.today())) then return null; end if;
  delete from access.relationship re
  where re.basis = 'TEAM_AROUND_SCHOOL' and re.child_id in (select k.held from access.linked(array[new.child_id]) k);
  return null;
end $$;
