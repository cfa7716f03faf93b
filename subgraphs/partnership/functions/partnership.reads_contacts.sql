-- Whether the verified caller may know how to reach who holds a post at a school: whoever works with children, for that work, as
-- school-people.policy.ts has it, and the hub's own work.
create or replace function partnership.reads_contacts() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(c ->> 'role' = 'system' or (partnership.reads_posts() and c ->> 'role' <> 'health-admin'
    and c ->> 'purpose' in ('DIRECT_CARE', 'EHC_ASSESSMENT', 'SAFEGUARDING', 'VIRTUAL_SCHOOL_DUTY', 'EARLY_HELP', 'TEAM_AROUND_SCHOOL',
      'ATTENDANCE', 'EXCLUSION')), false)
  from ctx.claims() c
$$;
grant execute on function partnership.reads_contacts() to {{prefix}}_partnership;
