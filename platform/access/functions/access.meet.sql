-- Who speaks in this unit, and all that decisions need to know of them: their grantees, the agreements in force, and the
-- hub's day and moment. Notes that a person was here, once a day, or which system speaks. `c` are claims that were verified.
create or replace function access.meet(c jsonb) returns access.caller
language plpgsql as $$
declare
  w access.caller;
  seen boolean;
begin
  w.today := ctx.today();
  w.moment := ctx.now();
  select s.bases, access.grantees(c, w.moment), array(select a.agreement from access.agreement a where a.valid @> w.moment),
    exists (select from access.known_person p
      where p.subject = c ->> 'sub' and p.issuer = coalesce(c ->> 'iss', '') and p.last_seen >= w.today)
    into w.known_bases, w.grantees, w.in_force, seen
  from ctx.setting s;
  w.role := c ->> 'role';
  w.purpose := c ->> 'purpose';
  w.is_system := (c ->> 'system')::boolean;
  if w.is_system then
    w.grantees := '{}';
    perform ctx.remember_system(c);
  elsif not seen then
    insert into access.known_person as p (issuer, subject, name, organisation, role, known_since, last_seen)
      values (coalesce(c ->> 'iss', ''), c ->> 'sub', c ->> 'name', c ->> 'org', w.role, w.today, w.today)
    on conflict (subject, issuer) do update set name = excluded.name, organisation = excluded.organisation,
      role = excluded.role, last_seen = excluded.last_seen where p.last_seen < excluded.last_seen;
  end if;
  return w;
end $$;
