-- Who of these people belongs to the team around a school now, with the name they signed in by, for whoever speaks for that
-- team: to nobody else is anything told.
create or replace function access.present(school text, subjects text[]) returns table (subject text, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.subject, s.name from access.seated(school, subjects, ctx.now()) s
    where access.speaks_for(ctx.claims(), school, ctx.now()) order by s.subject;
end $$;
grant execute on function access.present(text, text[]) to {{prefix}}_partnership;
