-- Every id a child's rows may stand under, with the id that was asked for: one word for access.linked and ctx.linked_shown.
-- It runs as whoever calls it: which of the two answers is a matter of who may execute which, and the name only chooses.
-- Nearly always one or two: told to the planner, which otherwise expects a thousand and scans.
create or replace function ctx.keys(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security invoker rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  if current_user in ('{{prefix}}_access', '{{prefix}}_maintain') then
    return query select l.asked, l.held from access.linked(ids) l;
  else
    return query select l.asked, l.held from ctx.linked_shown(ids) l;
  end if;
end $$;
grant execute on function ctx.keys(uuid[]) to {{prefix}}_maintain;
