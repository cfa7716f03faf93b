-- Records turn out to be one child's. Where one of them is under a restriction, what the agenda of a team around a school had
-- opened of another ends: nobody who knew of the restriction decided on it.
create or replace function access.joined() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from access.relationship re
  where re.basis = 'TEAM_AROUND_SCHOOL' and re.child_id in (select k.held from access.linked(array[new.held]) k)
    and exists (select from access.linked(array[new.held]) k join access.restriction x on x.child_id = k.held
      where x.child_id <> re.child_id and (x.until is null or x.until > ctx.today()));
  return null;
end $$;
