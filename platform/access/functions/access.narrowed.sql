-- What was decided of a unit, one request of it narrowed to some of the children whom it shows in full, each with the facets
-- named: nobody is added, and no facet.
create or replace function access.narrowed(v access.verdicts, request int, common jsonb) returns access.verdicts
language plpgsql stable as $$
declare
  groups text[] := v.groups;
  decided access.decided[] := v.decided;
  before constant access.decided := v.decided[request];
  d access.decided := row('', null, '{}', '{}', before.version, 'SILENT', null);
  shown record;
  held uuid[];
begin
  for shown in
    select f.basis, array(select o from jsonb_array_elements_text(common -> f.child) o where o = any (f.facets)) facets,
      array_agg(f.child::uuid) children
    from access.in_full(v, request) f where common ? f.child group by 1, 2 order by 1, 2
  loop
    groups := groups || to_json(shown.children)::text;
    held := array(select distinct l.held from access.linked(shown.children) l where l.held = any (before.permitted));
    d.permitted := d.permitted || held;
    d.bases := array(select distinct b from unnest(d.bases || shown.basis) b order by b);
    d.decision := 'PERMITTED';
    if shown.facets = '{}' then
      d.shown := concat_ws(',', nullif(d.shown, ''), json_build_array('FULL', shown.basis, cardinality(groups) - 1));
    else
      d.shown := concat_ws(',', nullif(d.shown, ''), json_build_array('FULL', shown.basis, cardinality(groups) - 1, shown.facets));
      d.facets := d.facets || row(request, shown.facets, held)::access.facets_shown;
    end if;
  end loop;
  d.died := (select jsonb_object_agg(e.key, e.value) from jsonb_each(before.died) e where common ? e.key);
  if before.decision = 'REFUSED' then d.decision := 'REFUSED'; end if;
  decided[request] := d;
  return row(groups, decided)::access.verdicts;
end $$;
