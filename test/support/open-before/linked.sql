-- Every id a child’s rows may stand under, with the id that was asked for.
create function before.linked(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security definer rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with root as materialized (
      select i, coalesce((select a.canonical from access.child_alias a where a.held = i), i) r from unnest(ids) i)
    select root.i, root.r from root
    union all
    select root.i, a.held from root join access.child_alias a on a.canonical = root.r;
end $$;
