-- Whether the verified system of this transaction has an operation of this shape (as of LIKE).
create or replace function ctx.system_does(operation text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from unnest(ctx.system()) o where o like operation);
end $$;
