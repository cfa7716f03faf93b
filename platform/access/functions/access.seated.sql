-- Those of these people who belong to the team around a school at a moment, each as a meeting of that team takes them: by a
-- seat in it, and by the role and organisation they signed in with last. A caseload, a claim, another team and another
-- organisation of theirs count for nothing. Whoever leads the school belongs without a seat, if they signed in as that within 28
-- days. Whom the hub does not know by one sign-in alone is not among them.
create or replace function access.seated(school text, subjects text[], moment timestamptz)
returns table (subject text, name text, organisation text, role text, grantees text[])
language plpgsql stable as $$
begin
  return query
    select p.subject, p.name, p.organisation, p.role,
      case when seat.taken then array['team:tas:' || school] else '{}' end
        || case when p.organisation = school then array['org:' || school] else '{}' end
    from access.known_person p
    cross join lateral (select exists (select from access.membership m
      where m.team = 'tas:' || school and m.subject = p.subject and m.valid @> moment)) seat(taken)
    where p.subject = any (subjects) and access.knows(p.subject)
      and (seat.taken or p.organisation = school and p.role in ('senco', 'headteacher', 'designated-safeguarding-lead')
        and p.last_seen > (moment at time zone 'Europe/London')::date - 28);
end $$;
