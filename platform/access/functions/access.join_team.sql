-- Who is in a team around a school: those who lead the school say, and whoever leads that very team; nobody else can seat
-- themselves. Written down with the team and the subject.
create or replace function access.join_team(the_team text, the_subject text, since timestamptz, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  leads_school constant boolean := coalesce(the_team = 'tas:' || (c ->> 'org')
    and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead'), false);
  leads_team constant boolean := coalesce(c ->> 'role' = 'team-around-school-lead' and the_subject <> c ->> 'sub'
    and 'team:' || the_team = any (access.grantees(c, ctx.now())), false);
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or the_team !~ '^tas:[0-9]{6}$' or not (leads_school or leads_team) then
    raise exception 'not this caller''s to say' using errcode = '42501';
  end if;
  -- A seat gives somebody sight of children. It is given to a person the hub knows, and one who has it can always lose it.
  if not access.knows(the_subject)
    and not exists (select from access.membership m where m.team = the_team and m.subject = the_subject) then
    raise exception 'nobody known by this subject' using errcode = 'HUB31';
  end if;
  perform access.note(c, 'PARTNERSHIP', row('PARTNERSHIP', 'T2', 'WRITE', 'team.seat', 'team-seat',
    array[the_team || '|' || the_subject], '{}', '{}', 'PERMITTED', '{}', 'system'));
  insert into access.membership (team, subject, valid) values (the_team, the_subject, tstzrange(since, until))
  on conflict (subject, team) do update set valid = excluded.valid;
end $$;
