-- Whether the verified caller may know who holds which post at a school: whoever works with children or keeps a provider's
-- lists, as school-people.policy.ts has it, and the hub's own work.
create or replace function partnership.reads_posts() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(c ->> 'role' in ('system', 'senco', 'headteacher', 'designated-safeguarding-lead', 'send-officer',
    'ehc-coordinator', 'educational-psychologist', 'attendance-officer', 'exclusions-officer', 'social-worker', 'social-work-team-manager', 'virtual-school-head',
    'virtual-school-adviser', 'camhs-clinician', 'salt-therapist', 'health-admin', 'team-around-school-lead'), false)
  from ctx.claims() c
$$;
grant execute on function partnership.reads_posts() to {{prefix}}_partnership;
