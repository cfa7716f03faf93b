-- Every id a child's rows may stand under, for an app login: of the children its unit was opened for, and no others. A child
-- who was not shared is answered like one who does not exist.
create or replace function ctx.linked_shown(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security definer rows 3 set search_path = pg_catalog, pg_temp as $$
declare
  may constant uuid[] := ctx.linkable();
begin
  if cardinality(may) = 0 then return; end if;
  return query
    with root as materialized (
      select i, coalesce((select a.canonical from access.child_alias a where a.held = i), i) r from unnest(ids) i)
    select l.i, l.h
    from (select root.i, root.r h from root
      union all
      select root.i, a.held from root join access.child_alias a on a.canonical = root.r) l
    where l.h in (select unnest(may));
end $$;
