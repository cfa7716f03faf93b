-- Whether the verified caller leads this school.
create or replace function partnership.leads(urn text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(c ->> 'org' = urn and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead'), false)
  from ctx.claims() c
$$;
grant execute on function partnership.leads(text) to {{prefix}}_partnership, {{prefix}}_maintain;
