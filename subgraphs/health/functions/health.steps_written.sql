-- owner: {{prefix}}_maintain
-- The transactions in which steps of waits were written, for access.reconcile, and how many steps each wrote of how many
-- children.
create or replace function health.steps_written() returns table (xid xid8, steps bigint, children bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.xid::text::xid8, count(*), count(distinct c.child_id) from health.waiting_list_change c where c.xid is not null group by c.xid
$$;
grant execute on function health.steps_written() to {{prefix}}_access;
