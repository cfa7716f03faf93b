-- Whether the verified caller leads this school, or sits in the team around it.
create or replace function partnership.belongs(urn text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select partnership.leads(urn) or 'team:tas:' || urn = any (ctx.grantees())
$$;
grant execute on function partnership.belongs(text) to {{prefix}}_partnership, {{prefix}}_maintain;
