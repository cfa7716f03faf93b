-- Leaves behind, for ctx.keys, which children were opened and which of their ids are linked with one another. Nearly always
-- none is. Nested loops are off for the reason access.standings gives.
create or replace function access.leave_links(ids uuid[]) returns void
language plpgsql set enable_nestloop = off as $$
declare
  asked text := '';
  held text := '';
begin
  if exists (select from access.child_alias a where a.held = any (ids)) then
    with rooted as materialized (
      select i.id, coalesce(a.canonical, i.id) root
      from (select distinct unnest(ids)) i(id)
      left join (select al.held, al.canonical from access.child_alias al where al.held = any (ids)) a on a.held = i.id)
    select coalesce(array_agg(one.id)::text, ''), coalesce(array_agg(other.id)::text, '') into asked, held
    from rooted one join rooted other using (root) where one.id <> other.id;
  end if;
  perform set_config('hub.opened', ids::text, true), set_config('hub.linked', asked, true),
    set_config('hub.linked_to', held, true);
end $$;
