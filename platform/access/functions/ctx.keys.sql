-- Every id a child's rows may stand under, with the id that was asked for: of the children this unit was opened for, and
-- no others. It is taken into the statement that asks it, so that a read is planned once and pays for no call; it runs
-- with its caller's rights and reads nothing but what access.open left behind. Whoever changes that setting learns nothing
-- they did not write there, and row-level security holds all the same. What the database itself decides by, and
-- operators, ask access.linked. Written so that five thousand ids are not compared with five thousand.
create or replace function ctx.keys(ids uuid[]) returns table (asked uuid, held uuid)
language sql stable security invoker rows 3 as $$
  select own.id, own.id
  from (
    select pg_catalog.unnest(nullif(pg_catalog.current_setting('hub.opened', true), '')::pg_catalog.uuid[])
    intersect
    select pg_catalog.unnest(ids)) own(id)
  union all
  select k.asked, k.held
  from rows from (
    pg_catalog.unnest(nullif(pg_catalog.current_setting('hub.linked', true), '')::pg_catalog.uuid[]),
    pg_catalog.unnest(nullif(pg_catalog.current_setting('hub.linked_to', true), '')::pg_catalog.uuid[])) k(asked, held)
  -- A value, not a condition to be planned around: the ids are put into a table of hashes once.
  where (k.asked in (select pg_catalog.unnest(ids))) is true
$$;
