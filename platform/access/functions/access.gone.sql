-- Those of these ids whose record its source asked to be deleted: what is counted of everybody leaves them out.
create or replace function access.gone(ids uuid[]) returns setof uuid
language plpgsql stable security definer rows 10 set search_path = pg_catalog, pg_temp as $$
begin
  return query select f.child_id from access.forgotten f where f.child_id = any (ids);
end $$;
grant execute on function access.gone(uuid[]) to {{prefix}}_maintain;
