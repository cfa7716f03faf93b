-- What a person may open: role ∧ relationship ∧ purpose under an agreement in force ∧ tier ∧ not restricted ∧ no
-- objection. Children are grouped by what the decision depends on, and each request is decided once a group.
create or replace function access.decide_person(who access.caller, abouts text[], tiers text[], acts text[], a access.asked)
returns access.verdicts
language plpgsql stable as $$
declare
  groups text[] := '{}';
  decided access.decided[] := '{}';
  d access.decided;
  rulings access.ruling[];
  ruling access.ruling;
  standings access.standing[] := '{}';
  s access.standing;
  -- Where each group that somebody is shown stands in the answer: of the others nothing is said.
  places int[] := '{}';
  several boolean;
begin
  select array_agg(ru order by q.n) into rulings
  from unnest(abouts, tiers, acts) with ordinality q(about, tier, act, n)
  left join access.ruling ru on ru.role = who.role and ru.purpose = who.purpose
    and ru.about = q.about and ru.tier = q.tier and ru.act = q.act;
  if cardinality(a.children) > 0 then
    standings := array(select st from access.standings(who, a.children, a.sets) st);
  end if;
  for r in 1 .. cardinality(abouts) loop
    ruling := rulings[r];
    several := false;
    d := row('', null, '{}', '{}', ruling.version, 'REFUSED')::access.decided;
    if ruling.version is not null then
      for g in 1 .. cardinality(standings) loop
        s := standings[g];
        continue when not a.of_sets[r] = any (string_to_array(a.combinations[s.sets], ','))
          or s.objected && array['*', ruling.about];
        -- The first that holds: a ruling's bases stand in order of preference. A basis the hub does not know holds for nobody.
        for b in 1 .. cardinality(ruling.bases) loop
          continue when coalesce(s.related & (1 << array_position(who.known_bases, ruling.bases[b])), 0) = 0
            or (ruling.agreements[b] is not null and ruling.agreements[b] <> all (who.in_force));
          if places[g] is null then
            groups := groups || to_json(s.asked)::text;
            places[g] := cardinality(groups) - 1;
          end if;
          d.shown := d.shown || case when d.shown = '' then '' else ',' end
            || json_build_array(ruling.outcomes[b], ruling.bases[b], places[g]);
          d.permitted := d.permitted || s.held;
          several := several or cardinality(s.held) > cardinality(s.asked);
          d.bases := d.bases || ruling.bases[b];
          if s.died is not null then
            d.died := coalesce(d.died, '{}') || (select jsonb_object_agg(i, s.died) from unnest(s.asked) i);
          end if;
          exit;
        end loop;
      end loop;
      if several then
        -- A child who was asked for by two ids is held under the same.
        d.permitted := array(select distinct i from unnest(d.permitted) i);
      end if;
      if cardinality(d.bases) > 1 then
        d.bases := array(select distinct b from unnest(d.bases) b order by b);
      end if;
      d.decision := case when d.shown = '' then 'SILENT' else 'PERMITTED' end;
    end if;
    decided[r] := d;
  end loop;
  return row(groups, decided)::access.verdicts;
end $$;
