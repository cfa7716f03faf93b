-- Everyone a caller is at a moment, for relationships: the person, the organisation, the teams.
create or replace function access.grantees(c jsonb, moment timestamptz) returns text[]
language plpgsql stable as $$
begin
  return array['person:' || (c ->> 'sub'), 'org:' || (c ->> 'org')]
    || array(select 'team:' || m.team from access.membership m where m.subject = c ->> 'sub' and m.valid @> moment);
end $$;
