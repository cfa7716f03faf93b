-- The children whom a search finds, best first. It begins with whom the caller is related to, through what the rules allow
-- their role and purpose: by each of them, or, for all who live in an area, by keys that are kept for that area alone. So
-- neither what is found nor the time it takes depends on anyone else. Of those found, the same decision as for any other
-- request says who may be seen; the others take nobody's place.
create or replace function access.found(who access.caller, request jsonb, schema_name name) returns table (place bigint, child uuid)
language plpgsql as $$
declare
  wanted constant int := least((request -> 'sought' ->> 'first')::int, 50);
  bases constant text[] := array(
    select distinct ru.basis from access.rule ru
    where ru.about = request ->> 'about' and ru.tier = request ->> 'tier' and ru.act = request ->> 'act'
      and ru.role = who.role and ru.purpose = who.purpose
      and (ru.agreement is null or ru.agreement = any (who.in_force)));
  circle constant uuid[] := array(
    select distinct re.child_id from access.relationship re
    where re.grantee = any (who.grantees) and re.basis = any (bases) and re.basis <> 'RESIDENCE' and re.valid @> who.moment);
  areas constant text[] := case when 'RESIDENCE' = any (bases) then who.grantees else '{}' end;
  verdicts access.verdicts;
  seen_now uuid[];
  alike uuid[];
  best uuid[];
  past int := 0;
  seen uuid[] := '{}';
begin
  execute format('select array(select f.child from (
      select coalesce(a.canonical, m.child_id) child, max(m.score) score
      from %I.matching($1, $2, $3) m left join access.child_alias a on a.held = m.child_id group by 1) f
    order by f.score desc, f.child)', schema_name)
    into alike using circle, areas, request -> 'sought' -> 'terms';
  -- Decided a hundred at a time, made up with nobody: one hidden child and none at all are the same work.
  alike := alike || array(select gen_random_uuid() from generate_series(1, 100 - cardinality(alike) % 100));
  while cardinality(seen) < wanted and past < cardinality(alike) loop
    best := alike[past + 1 : past + 100];
    verdicts := access.decide_person(who, array[request ->> 'about'], array[request ->> 'tier'], array[request ->> 'act'],
      row(best, array_fill(1, array[cardinality(best)]), array['1'], array['1'], '{}', '{}')::access.asked);
    seen_now := (verdicts.decided[1]).permitted;
    seen := seen || array(
      select b.i from unnest(best) with ordinality b(i, n)
      where b.i = any (seen_now)
      order by b.n);
    past := past + 100;
  end loop;
  return query select s.n, s.i from unnest(seen[1 : wanted]) with ordinality s(i, n);
end $$;
