-- What a person may open: role ∧ relationship ∧ purpose under an agreement in force ∧ tier ∧ not restricted ∧ no
-- objection. Children are grouped by what the decision depends on, and each request is decided once a group. What is shown
-- is by the first ground that holds, with the facets that any ground opens that holds.
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
  -- Of one group: the place of the first basis that holds, and the facets of all that do.
  met int;
  facets text[];
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
    d := row('', null, '{}', '{}', ruling.version, 'REFUSED', null)::access.decided;
    if ruling.version is not null then
      for g in 1 .. cardinality(standings) loop
        s := standings[g];
        continue when not a.of_sets[r] = any (string_to_array(a.combinations[s.sets], ','))
          or s.objected && array['*', ruling.about];
        met := null;
        facets := '{}';
        -- A ruling's bases stand in order of preference. A basis the hub does not know holds for nobody.
        for b in 1 .. cardinality(ruling.bases) loop
          continue when coalesce(s.related & (1 << array_position(who.known_bases, ruling.bases[b])), 0) = 0
            or (ruling.agreements[b] is not null and ruling.agreements[b] <> all (who.in_force));
          met := coalesce(met, b);
          exit when ruling.facets is null;
          facets := facets || string_to_array(ruling.facets[b], ',');
        end loop;
        continue when met is null;
        if places[g] is null then
          groups := groups || to_json(s.asked)::text;
          places[g] := cardinality(groups) - 1;
        end if;
        d.permitted := d.permitted || s.held;
        several := several or cardinality(s.held) > cardinality(s.asked);
        d.bases := d.bases || ruling.bases[met];
        if facets <> '{}' then
          facets := array(select distinct f from unnest(facets) f order by f);
          d.facets := d.facets || row(r, facets, s.held)::access.facets_shown;
        end if;
        d.shown := d.shown || case when d.shown = '' then '' else ',' end
          || case when facets = '{}' then json_build_array(ruling.outcomes[met], ruling.bases[met], places[g])
            else json_build_array(ruling.outcomes[met], ruling.bases[met], places[g], facets) end;
        if s.died is not null then
          d.died := coalesce(d.died, '{}') || (select jsonb_object_agg(i, s.died) from unnest(s.asked) i);
        end if;
      end loop;
      if cardinality(d.bases) = 1 and d.facets is not null then
        -- One group: its facets are of all who are permitted.
        d.facets := array[row(r, d.facets[1].facets, null)::access.facets_shown];
      end if;
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
