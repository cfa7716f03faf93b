-- Every id this unit was opened for: of children who were listed, whom a read cannot name beforehand. For ctx.keys, of which
-- the same is true: it reads nothing but what access.open left behind.
create or replace function ctx.opened() returns uuid[]
language sql stable security invoker as $$
  select nullif(pg_catalog.current_setting('hub.opened', true), '')::pg_catalog.uuid[]
$$;
