-- The id a child is shown by: the eldest of those linked, or its own.
create or replace function access.shown(ids uuid[]) returns table (held uuid, shown uuid)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  return query select i, coalesce(a.canonical, i) from unnest(ids) i left join access.child_alias a on a.held = i;
end $$;
grant execute on function access.shown(uuid[]) to {{prefix}}_maintain;
