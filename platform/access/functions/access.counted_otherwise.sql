-- Who is not counted as a child of their own on a day: `child` is the child's other id, under which they are counted once;
-- null for one who had died by that day, and for a record its source asked to be deleted. For figures of groups, which count
-- children and know none.
create or replace function access.counted_otherwise(the_day date) returns table (id uuid, child uuid)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with died as materialized (
      select distinct coalesce(a.canonical, d.child_id) child
      from access.death d left join access.child_alias a on a.held = d.child_id where d.died_on <= the_day),
    own as materialized (
      select i.id, coalesce(a.canonical, i.id) child
      from (select a.held id from access.child_alias a union select d.child from died d union select f.child_id from access.forgotten f) i
      left join access.child_alias a on a.held = i.id)
    select o.id, case when d.child is null and f.child_id is null then o.child end
    from own o left join died d on d.child = o.child left join access.forgotten f on f.child_id = o.id
    where d.child is not null or f.child_id is not null or o.child <> o.id;
end $$;
grant execute on function access.counted_otherwise(date) to {{prefix}}_maintain;
