-- The sources whose lines the verified caller may read: those whose files they bring, as their token says, while they do that
-- work; every one ('*') for the hub's own work. source-quality.policy.ts has the same.
create or replace function partnership.brings() returns text[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when c ->> 'role' = 'system' then array['*']
    when c ->> 'role' = 'integrator' and c ->> 'purpose' = 'INGEST' then array(
      select substr(scope, length('ingest:') + 1) from jsonb_array_elements_text(c -> 'scopes') scope where scope like 'ingest:%' and scope <> 'ingest:*')
    else '{}' end
  from ctx.claims() c
$$;
grant execute on function partnership.brings() to {{prefix}}_partnership;
