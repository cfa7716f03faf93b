-- Why somebody can or cannot see each domain of a child they may see: from role, relationship, purpose and agreement
-- alone, so that it never says whether anything is held, restricted or objected to. Of several reasons the fullest, and
-- among equals that of the lowest tier, which is the record's own before what is told beside it: the same one each time.
create or replace function access.explain(ids uuid[]) returns table (asked uuid, about text, outcome text, because text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  g constant text[] := access.grantees(c, ctx.now());
begin
  return query
    with seen as (
      select k.asked, k.held from access.linked(ids) k
      where k.asked = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T1', 'READ'))),
    spoken as (
      select ru.* from access.rule ru
      where ru.act = 'READ' and ru.role = c ->> 'role' and ru.purpose = c ->> 'purpose')
    select distinct on (s.asked, d.domain) s.asked, d.domain,
      coalesce(met.outcome, 'NOT_SHARED'),
      coalesce(met.because, case when exists (select from spoken sp where sp.about = d.domain)
        then 'Nothing connects you to this child for this purpose, or the agreement it rests on has ended.'
        else 'Your role and purpose are not among those this is shared with.' end)
    from (select distinct se.asked from seen se) s
    cross join access.domain d
    left join lateral (
      select sp.outcome, sp.because from spoken sp
      join access.relationship re on re.basis = sp.basis and re.grantee = any (g) and re.valid @> (select ctx.now())
      join seen se on se.asked = s.asked and re.child_id = se.held
      where sp.about = d.domain
        and (sp.agreement is null or exists (select from access.agreement ag where ag.agreement = sp.agreement and ag.valid @> (select ctx.now())))
      order by case sp.outcome when 'FULL' then 0 when 'REDACTED' then 1 else 2 end, sp.tier, sp.basis limit 1) met on true
    order by s.asked, d.domain;
end $$;
grant execute on function access.explain(uuid[]) to {{prefix}}_partnership;
