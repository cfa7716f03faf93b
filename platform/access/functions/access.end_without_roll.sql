-- Only a child on a school's roll can be put on the agenda of the team around that school. Where that roll is taken back,
-- or turns out to be another child's, what the agenda opened ends with it: the team does not see for 28 days a child whom
-- the school never had. A child who has left the school is another matter: that was so, and the agenda runs its course.
create or replace function access.end_without_roll(ids uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from access.relationship re
  where re.basis = 'TEAM_AROUND_SCHOOL' and re.child_id in (select k.held from access.linked(ids) k)
    and not exists (select from access.linked(array[re.child_id]) k
      join access.relationship roll on roll.child_id = k.held and roll.basis = 'SCHOOL_ROLL'
        and roll.grantee = 'org:' || substr(re.grantee, length('team:tas:') + 1))
$$;
