-- Those of these children whom an item of the agenda opens to the team around a school at a moment, whoever is in it.
create or replace function access.discussed(school text, children uuid[], moment timestamptz) returns uuid[]
language plpgsql stable as $$
begin
  return array(
    select distinct k.asked from access.linked(children) k join access.relationship re on re.child_id = k.held
    where re.grantee = 'team:tas:' || school and re.basis = 'TEAM_AROUND_SCHOOL' and re.valid @> moment);
end $$;
