-- owner: {{prefix}}_maintain
-- Children of whom a threshold of attendance may be reached as at a day (education.may_have_reached): for access.open, which decides
-- about them before any is told of. Those whose last may have been reached latest come first, then by the hub's own id; of these
-- children, or of all where null; after a place, and so many at most. Each was reached no later than the day in the child's place.
--
-- Of the other list, `suspended-page`, children of whom a suspension began between two days (`from`, `to`), from a school where one is
-- named (`school`), whose last such began latest first, then by the hub's own id.
create or replace function education.page_of(kind text, question jsonb, children uuid[], after text, many int)
returns table (id text, child_id uuid, place text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
begin
  if kind = 'suspended-page' then
    return query
      with told as materialized (
        select s.child_id, s.started_on from education.suspension s
        where s.superseded_at is null and (children is null or s.child_id = any (children))
          and s.started_on between (question ->> 'from')::date and (question ->> 'to')::date
          and (question ->> 'school' is null or s.urn = question ->> 'school')),
      last as (
        select o.shown child, max(t.started_on) latest
        from told t join access.shown(array(select distinct t.child_id from told t)) o on o.held = t.child_id
        group by o.shown)
      select p.id, p.child, p.place
      from (
        select l.child::text id, l.child,
          lpad((date '9999-12-31' - l.latest)::text, 7, '0') || ' ' || l.latest || ' ' || l.child place from last l) p
      where after is null or p.place collate "C" > after
      order by p.place collate "C" limit many;
    return;
  end if;
  if kind <> 'attendance-threshold-page' then return; end if;
  return query
    select p.id, p.child, p.place
    from (
      select r.child::text id, r.child,
        lpad((date '9999-12-31' - r.latest)::text, 7, '0') || ' ' || r.latest || ' ' || r.child place
      from education.may_have_reached(question, children) r) p
    where after is null or p.place collate "C" > after
    order by p.place collate "C" limit many;
end $$;
grant execute on function education.page_of(text, jsonb, uuid[], text, int) to {{prefix}}_access;
