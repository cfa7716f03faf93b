-- owner: {{prefix}}_maintain
-- Changes of one domain and tier, the latest first, then the hub's own id: for access.open, which decides about their children
-- before any is told of. Of these children, or of all where null; after a place, and so many at most. The question says since
-- when they could be told (`since`), of which domain and tier they are, and whether the caller's role and purpose may see agendas
-- (`agenda`): of those, what the caller's own teams are told. What stands under a facet takes a place only where
-- the rules open it to the caller, of that child: a list whose places were taken by what is hidden would tell that it is there.
-- What tells of today in place of the past (`told_from`) takes one only where they do not.
--
-- Where children are named theirs are found before any order is thought of: see health.page_of.
--
-- Of the other list, `roll-page`, the children on the roll of a school (`school`), by name; after one of them where the question names
-- one (`after`): whoever asks sees to it that the caller may see that child.
create or replace function partnership.page_of(kind text, question jsonb, children uuid[], after text, many int)
returns table (id text, child_id uuid, place text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
begin
  if kind = 'roll-page' then
    return query
      with roll as (
        select distinct o.shown child
        from access.shown(array(select r.child_id from access.on_roll('org:' || (question ->> 'school')) r)) o
        where children is null or o.held = any (children)),
      named as (
        select r.child, partnership.place_on_roll(c.family, c.given, r.child) place
        from roll r join partnership.child c on c.child_id = r.child),
      begin_at as (
        select coalesce(after, (select partnership.place_on_roll(c.family, c.given, c.child_id) from partnership.child c
          where c.child_id = (question ->> 'after')::uuid)) place)
      select n.child::text, n.child, n.place from named n cross join begin_at b
      where b.place is null or n.place collate "C" > b.place order by n.place collate "C" limit many;
    return;
  end if;
  if kind <> 'changes-page' then return; end if;
  return query execute format($q$
    with history as materialized (select o.child_id, o.about from access.own('{HISTORY}') o),
    own as %s materialized (
      select c.id, c.child_id, c.at, partnership.place_of_change(c.at, c.id) place
      from partnership.change c
      where ($1 is null or c.child_id = any ($1))
        and c.domain = $3 and c.tier = $4 and c.heard_at > $5
        and (c.team_urn is null or $8 and partnership.belongs(c.team_urn))
        and ($2 is null or c.at <= $7 and partnership.place_of_change(c.at, c.id) > $2 collate "C")
        and case when c.told_from is not null
          then c.told_from <= $9 and coalesce(c.told_until > $9, true) and (c.child_id, $3) not in (select h.child_id, h.about from history h)
          else c.facet is null or (c.child_id, $3) in (select h.child_id, h.about from history h) end)
    select o.id::text, o.child_id, o.place from own o order by o.at desc, o.id limit $6
    $q$, case when children is null then 'not' else '' end)
  using children, after, question ->> 'about', question ->> 'tier', (question ->> 'since')::timestamptz, many,
    -- The moment of the place, a millisecond long: for the index.
    to_timestamp((9999999999999 - split_part(after, '.', 1)::bigint + 1) / 1000.0),
    coalesce((question ->> 'agenda')::boolean, false), ctx.today();
end $$;
grant execute on function partnership.page_of(text, jsonb, uuid[], text, int) to {{prefix}}_access;
