-- The children whom a search finds, best first, each of whom the caller may see.
create function before.found(c jsonb, g text[], request jsonb, schema_name name) returns table (place bigint, child uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted constant int := least((request -> 'sought' ->> 'first')::int, 50);
  bases constant text[] := array(
    select distinct ru.basis from access.rule ru
    where ru.about = request ->> 'about' and ru.tier = request ->> 'tier' and ru.act = request ->> 'act'
      and ru.role = c ->> 'role' and ru.purpose = c ->> 'purpose'
      and (ru.agreement is null
        or exists (select from access.agreement ag where ag.agreement = ru.agreement and ag.valid @> (select ctx.now()))));
  circle constant uuid[] := array(
    select distinct re.child_id from access.relationship re
    where re.grantee = any (g) and re.basis = any (bases) and re.basis <> 'RESIDENCE' and re.valid @> (select ctx.now()));
  areas constant text[] := case when 'RESIDENCE' = any (bases) then g else '{}' end;
  named constant jsonb := (request - '{sought,kind,keys}'::text[]) || '{"kind": "child"}';
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
    seen := seen || array(
      select b.i from unnest(best) with ordinality b(i, n)
      join (select (v ->> 0)::uuid i from before.decide_person(c, g, jsonb_build_array(named || jsonb_build_object('keys', best))) d
        cross join lateral jsonb_array_elements(d.verdicts) v) allowed using (i)
      order by b.n);
    past := past + 100;
  end loop;
  return query select s.n, s.i from unnest(seen[1 : wanted]) with ordinality s(i, n);
end $$;
