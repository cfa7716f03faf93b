-- Everything that is noted of whoever opens a unit, once they are verified.
create or replace function access.enter(c jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (c ->> 'system')::boolean then
    perform ctx.remember_system(c);
  elsif not exists (select from access.known_person p
      where p.subject = c ->> 'sub' and p.issuer = coalesce(c ->> 'iss', '') and p.last_seen >= (select ctx.today())) then
    insert into access.known_person as p (issuer, subject, name, organisation, role, known_since, last_seen)
      values (coalesce(c ->> 'iss', ''), c ->> 'sub', c ->> 'name', c ->> 'org', c ->> 'role', ctx.today(), ctx.today())
    on conflict (subject, issuer) do update set name = excluded.name, organisation = excluded.organisation,
      role = excluded.role, last_seen = excluded.last_seen where p.last_seen < excluded.last_seen;
  end if;
end $$;
