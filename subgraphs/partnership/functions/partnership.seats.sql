-- Whether the verified caller may say who sits in the team around this school: the school's leaders, and a lead who has a
-- seat in that very team.
create or replace function partnership.seats(urn text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select partnership.leads(urn)
    or (ctx.claims() ->> 'role' = 'team-around-school-lead' and 'team:tas:' || urn = any (ctx.grantees()))
$$;
grant execute on function partnership.seats(text) to {{prefix}}_partnership;
