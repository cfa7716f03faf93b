-- Whether a caller speaks for the team around a school: those who lead the school, and a lead who has a seat in that very team.
create or replace function access.speaks_for(c jsonb, urn text, moment timestamptz) returns boolean
language plpgsql stable as $$
begin
  return coalesce(c ->> 'org' = urn and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead')
    or c ->> 'role' = 'team-around-school-lead' and 'team:tas:' || urn = any (access.grantees(c, moment)), false);
end $$;
