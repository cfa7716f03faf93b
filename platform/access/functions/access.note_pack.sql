-- Writes down what a member is shown by the pack of a meeting that somebody else asks for: one audit row of the member's, with
-- the requests the pack is made of. It stands under nobody's tag, so it is no permit. `told` is what the pack shows of each
-- request, `theirs` how it was decided about the member.
create or replace function access.note_pack(member jsonb, question text, requests int[], abouts text[], tiers text[],
  operations text[], told access.verdicts, theirs access.verdicts) returns void
language sql as $$
  insert into access.audit_unit (domain, tag, actor, actor_name, organisation, role, purpose, request_id, requests, facets)
  values ('PARTNERSHIP', null, member ->> 'sub', member ->> 'name', member ->> 'org', member ->> 'role', member ->> 'purpose',
    member ->> 'rid',
    array(
      select row(abouts[r], tiers[r], 'READ', operations[r], 'meeting-pack', array[question], (told.decided[r]).permitted,
        (told.decided[r]).permitted, case when (theirs.decided[r]).decision = 'REFUSED' then 'REFUSED' else (told.decided[r]).decision end,
        (theirs.decided[r]).bases, (theirs.decided[r]).version)::access.audited
      from unnest(requests) with ordinality q(r, n) order by n),
    array(
      select row(n, f.facets, f.children)::access.facets_shown
      from unnest(requests) with ordinality q(r, n) cross join lateral unnest((told.decided[r]).facets) f))
$$;
