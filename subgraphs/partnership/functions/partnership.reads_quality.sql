-- Whether the verified caller may know what came of the files of each source: whoever plans services, reviews matches, looks
-- after information or brings files, as source-quality.policy.ts has it, and the hub's own work.
create or replace function partnership.reads_quality() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(c ->> 'role' in ('system', 'analyst', 'commissioner', 'match-reviewer', 'ig-officer', 'auditor', 'integrator'), false)
  from ctx.claims() c
$$;
grant execute on function partnership.reads_quality() to {{prefix}}_partnership;
