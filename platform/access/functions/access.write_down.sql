-- Writes the audit rows of a unit, one a holder, which are its permits; leaves behind where they are found and which ids
-- are linked (ctx.keys); and answers what access.open answers. A key that leads to a child who is not shared leads to
-- nobody.
create or replace function access.write_down(c jsonb, holders text[], abouts text[], tiers text[], acts text[],
  operations text[], kinds text[], a access.asked, v access.verdicts) returns json
language plpgsql as $$
declare
  tag constant bytea := sha256(convert_to(current_setting('hub.tag'), 'UTF8'));
  decided constant access.decided[] := v.decided;
  answers text[] := '{}';
  last_set text;
  children uuid[];
  leads text := '[]';
  subjects text[];
  d access.decided;
  -- Of one holder.
  holder text;
  entries access.audited[];
  facets access.facets_shown[];
  look_ups int;
  row_seq bigint;
  -- Of them all.
  written text[] := '{}';
  seqs bigint[] := '{}';
  opened uuid[] := (decided[1]).permitted;
  alike boolean := true;
begin
  foreach holder in array holders loop
    continue when holder = any (written);
    entries := '{}';
    facets := null;
    look_ups := 0;
    for r in 1 .. cardinality(holders) loop
      continue when holders[r] <> holder;
      d := decided[r];
      if a.of_sets[r] is distinct from last_set then
        last_set := a.of_sets[r];
        children := access.asked_by(a, r);
      end if;
      if kinds[r] in ('identifier', 'search') then
        look_ups := look_ups + greatest(jsonb_array_length(a.subjects -> r::text), 1);
      end if;
      if a.leads <> '{}' then
        subjects := case when kinds[r] <> 'child' then array(select jsonb_array_elements_text(a.subjects -> r::text)) end;
        leads := coalesce((
          select jsonb_agg(jsonb_build_array(p -> 0, case when (p ->> 1)::uuid = any (d.permitted) then p -> 1 end))
          from jsonb_array_elements(a.leads -> r::text) p)::text, '[]');
      end if;
      entries := entries || row(abouts[r], tiers[r], acts[r], operations[r], kinds[r], subjects, children, d.permitted,
        d.decision, d.bases, d.version)::access.audited;
      if d.facets is not null then
        -- By the request's place in this holder's row.
        facets := facets || array(
          select row(cardinality(entries), f.facets, f.children)::access.facets_shown from unnest(d.facets) f);
      end if;
      answers[r] := '{"shown":[' || d.shown || '],"subjects":' || leads || ',"version":'
        || coalesce(to_json(d.version)::text, 'null') || ',"died":' || coalesce(d.died, '{}')
        || case when acts[r] = 'AGGREGATE' then ',"entitled":' || coalesce(to_json(d.bases[1])::text, 'null') else '' end || '}';
      alike := alike and d.permitted = opened;
    end loop;
    insert into access.audit_unit (domain, tag, actor, actor_name, organisation, role, purpose, request_id, look_ups, requests, facets,
      exported)
    values (holder, tag, c ->> 'sub', c ->> 'name', c ->> 'org', c ->> 'role', c ->> 'purpose', c ->> 'rid', look_ups, entries, facets,
      c ? 'exported')
    returning seq into row_seq;
    written := written || holder;
    seqs := seqs || row_seq;
  end loop;
  if not alike then
    opened := array(select distinct i from unnest(decided) e cross join lateral unnest(e.permitted) i);
  end if;
  perform access.found_at(seqs, opened);
  return format('{"groups":[%s],"requests":[%s]}', array_to_string(v.groups, ','), array_to_string(answers, ','));
end $$;
