-- What a person may open: role, relationship, purpose under an agreement in force, tier, not restricted, no objection.
create function before.decide_person(c jsonb, g text[], requests jsonb) returns table (n bigint, request jsonb, subjects jsonb, asked uuid[], permitted uuid[], verdicts jsonb, bases text[], version text, decision text)
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with given as materialized (
    select x.n, x.r, x.r ->> 'about' about, x.r ->> 'tier' tier, x.r ->> 'act' act,
      coalesce(x.r ->> 'kind', 'child') = 'child' and not x.r ? 'from' by_child
    from jsonb_array_elements(requests) with ordinality x(r, n)),
  req as materialized (
    -- Nearly every request names its children: those need no call each.
    select gi.n, gi.r, gi.about, gi.tier, gi.act, null::jsonb subjects,
      array(select distinct k::uuid from jsonb_array_elements_text(gi.r -> 'keys') k
        where k ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') asked
    from given gi where gi.by_child
    union all
    select gi.n, gi.r, gi.about, gi.tier, gi.act, k.subjects, k.asked
    from given gi join access.domain d on d.domain = gi.r ->> 'holder'
    cross join lateral before.children_of(c, g, gi.r, d.schema_name) k where not gi.by_child),
  h as materialized (select k.asked, k.held from before.linked(array(select distinct unnest(req.asked) from req)) k),
  near as materialized (
    select distinct h.asked, re.basis from h
    join access.relationship re on re.child_id = h.held and re.grantee = any (g) and re.valid @> (select ctx.now())),
  hidden as materialized (
    select h.asked from h join access.restriction x on x.child_id = h.held
    where x.kind <> 'PROTECTED_ADDRESS' and x.since <= (select ctx.today()) and (x.until is null or x.until > (select ctx.today()))
      and not exists (select from access.clearance cl where cl.role = c ->> 'role' and cl.kind = x.kind)),
  ruled as materialized (
    select req.n, ru.outcome, ru.basis, ru.agreement, ru.version from req
    join access.rule ru on ru.about = req.about and ru.tier = req.tier and ru.act = req.act
      and ru.role = c ->> 'role' and ru.purpose = c ->> 'purpose'),
  allowed as materialized (
    select distinct on (req.n, near.asked) req.n, near.asked, ru.outcome, ru.basis
    from req join near on near.asked = any (req.asked) join ruled ru on ru.n = req.n and ru.basis = near.basis
    where (ru.agreement is null
        or exists (select from access.agreement ag where ag.agreement = ru.agreement and ag.valid @> (select ctx.now())))
      and near.asked not in (select hidden.asked from hidden)
      and (c ->> 'purpose' = 'SAFEGUARDING' or not exists (
        select from h join access.objection o on o.child_id = h.held
        where h.asked = near.asked and o.valid @> (select ctx.now()) and (o.about is null or o.about = req.about)
          and (o.purpose is null or o.purpose = c ->> 'purpose')))
    order by req.n, near.asked, case ru.outcome when 'FULL' then 0 when 'REDACTED' then 1 else 2 end, ru.basis),
  verdict as materialized (
    select al.n, jsonb_agg(jsonb_build_array(al.asked, al.outcome, al.basis)) verdicts, array_agg(distinct al.basis) bases,
      array_agg(al.asked) seen from allowed al group by al.n),
  spoken as materialized (select ru.n, max(ru.version) version from ruled ru group by ru.n),
  opened as (
    select req.n, req.r, req.subjects, req.asked,
      array(select distinct h.held from h where h.asked = any (v.seen)) permitted,
      coalesce(v.verdicts, '[]') verdicts, coalesce(v.bases, '{}') bases, sp.version
    from req left join verdict v using (n) left join spoken sp using (n))
  select o.n, o.r, o.subjects, o.asked, o.permitted, o.verdicts, o.bases, o.version,
    case when o.version is null then 'REFUSED' when cardinality(o.permitted) = 0 then 'SILENT' else 'PERMITTED' end
  from opened o order by o.n;
end $$;
