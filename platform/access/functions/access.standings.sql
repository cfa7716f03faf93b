-- Children, grouped by what a decision about them depends on: on which bases the caller is related to them today, and which
-- domains an objection for this purpose covers ('*' for all). Nobody's decision depends on more, so it is taken once a
-- group, however many children ask for it. `sets` says of each child by which sets of keys it was asked for
-- (access.asked): a permit never holds a child of another request. A child who is hidden from the role is in no group. A
-- child of several records counts as one: what any of the linked ids is related by, hidden by, objected to or died on is
-- the child's.
--
-- Everything is looked up from the child's side: a caller related to thirty thousand children costs what one related to
-- three does. A child nobody has ever heard of is looked up like any other. Nested loops are off because the planner knows
-- nothing of these arrays: it would compare every fact with every child.
create or replace function access.standings(who access.caller, children uuid[], sets int[]) returns setof access.standing
language plpgsql stable set enable_nestloop = off as $$
declare
  grantees constant text[] := who.grantees;
  today constant date := who.today;
  moment constant timestamptz := who.moment;
  -- A set of bases is a number, by their places in this list.
  bases constant text[] := who.known_bases;
  -- Each child under each id its records have: nearly always its own alone.
  asked uuid[] := children;
  of_sets int[] := sets;
  held uuid[] := children;
  shown uuid[];
  linked constant boolean := exists (select from access.child_alias al where al.held = any (children));
  several constant boolean := linked or exists (select from access.child_alias al where al.canonical = any (children));
begin
  if several then
    shown := children;
    if linked then
      select array_agg(k.child), array_agg(k.of_sets), array_agg(coalesce(up.canonical, k.child)) into asked, of_sets, shown
      from unnest(children, sets) k(child, of_sets)
      left join (select al.held, al.canonical from access.child_alias al where al.held = any (children)) up on up.held = k.child;
    end if;
    select shown || coalesce(array_agg(down.held), '{}'), asked || coalesce(array_agg(p.child), '{}'),
      of_sets || coalesce(array_agg(p.combination), '{}') into held, asked, of_sets
    from (select al.held, al.canonical from access.child_alias al where al.canonical = any (shown)) down
    join unnest(asked, of_sets, shown) p(child, combination, root)
      on p.root = down.canonical;
  end if;
  return query
  select child.of_sets, child.related, child.objected, child.died, array_agg(child.id),
    case when several then array(
      select distinct i from unnest(array_agg(child.id) || string_to_array(string_agg(child.others, ','), ',')::uuid[]) i)
    else array_agg(child.id) end
  from (
    select p.asked id, min(p.of_sets) of_sets, coalesce(bit_or(fact.related), 0) related, min(fact.died) died,
      string_agg(p.held::text, ',') filter (where p.held <> p.asked) others, bool_or(fact.hidden) hidden,
      coalesce(array_agg(fact.objected) filter (where fact.objected is not null), '{}') objected
    from unnest(asked, held, of_sets) p(asked, held, of_sets)
    left join (
      select re.child_id, 1 << array_position(bases, re.basis) related, null::date died, null::boolean hidden, null objected
      from access.relationship re
      where re.child_id = any (held) and re.grantee = any (grantees) and re.valid @> moment
      union all
      select e.child_id, null, e.died_on, null, null from access.death e where e.child_id = any (held)
      union all
      select x.child_id, null, null, true, null from access.restriction x
      where x.child_id = any (held) and x.kind <> 'PROTECTED_ADDRESS'
        and not exists (select from access.clearance cl where cl.role = who.role and cl.kind = x.kind)
        and x.since <= today and (x.until is null or x.until > today)
      union all
      select o.child_id, null, null, null, coalesce(o.about, '*') from access.objection o
      where who.purpose <> 'SAFEGUARDING' and o.child_id = any (held) and o.valid @> moment
        and (o.purpose is null or o.purpose = who.purpose)) fact on fact.child_id = p.held
    group by p.asked) child
  where child.hidden is null
  group by child.of_sets, child.related, child.objected, child.died;
end $$;
