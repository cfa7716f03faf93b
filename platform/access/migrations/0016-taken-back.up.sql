-- Only a child on a school's roll can be put on the agenda of the team around that school. Where that roll is taken back,
-- or turns out to be another child's, what the agenda opened ends with it: the team does not see for 28 days a child whom
-- the school never had. A child who has left the school is another matter: that was so, and the agenda runs its course.
-- An own claim of a child goes by one of the child's numbers; once the records are parted it cannot be said whose that was.

create function access.end_without_roll(ids uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from access.relationship re
  where re.basis = 'TEAM_AROUND_SCHOOL' and re.child_id in (select k.held from ctx.keys(ids) k)
    and not exists (select from ctx.keys(array[re.child_id]) k
      join access.relationship roll on roll.child_id = k.held and roll.basis = 'SCHOOL_ROLL'
        and roll.grantee = 'org:' || substr(re.grantee, length('team:tas:') + 1))
$$;

-- At the end of the transaction, when every row of the same act stands.
create function access.roll_taken_back() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.end_without_roll(array[old.child_id]);
  return null;
end $$;
create constraint trigger roll_taken_back after delete on access.relationship deferrable initially deferred
  for each row when (old.basis = 'SCHOOL_ROLL') execute function access.roll_taken_back();

create function access.parted() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from ctx.keys(array[old.held]) k where k.held = old.canonical) then return null; end if;
  perform access.end_without_roll(array[old.held, old.canonical]);
  delete from access.relationship re where re.basis = 'SELF_CLAIMED'
    and re.child_id in (select k.held from ctx.keys(array[old.held, old.canonical]) k);
  return null;
end $$;
create constraint trigger parted after delete on access.child_alias deferrable initially deferred
  for each row execute function access.parted();

revoke execute on function access.end_without_roll(uuid[]), access.roll_taken_back(), access.parted() from public;
