-- What a unit's requests for figures of groups open, beside what was decided of its requests for children: by role and
-- purpose alone, as the cube's sentences have it. No system asks for figures.
create or replace function access.decide_figures(who access.caller, holders text[], acts text[], operations text[],
  v access.verdicts) returns access.verdicts
language plpgsql stable as $$
declare
  decided access.decided[] := v.decided;
  rule access.cube_rule;
begin
  for r in 1 .. cardinality(acts) loop
    continue when acts[r] <> 'AGGREGATE';
    select cr.* into rule from access.cube_rule cr
    where cr.domain = holders[r] and cr.cube = operations[r] and cr.role = who.role and cr.purpose = who.purpose
      and not who.is_system;
    decided[r] := row('', null, '{}', case when rule.entitled is null then '{}' else array[rule.entitled] end, rule.version,
      case when rule.entitled is null then 'REFUSED' else 'PERMITTED' end, null)::access.decided;
  end loop;
  return row(v.groups, decided)::access.verdicts;
end $$;
