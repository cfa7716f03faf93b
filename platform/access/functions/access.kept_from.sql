-- Which domains' part in a pack is kept from whom, of children whom the caller may see and
-- the agenda opens to the team: by role, relationship, purpose and
-- agreement alone, like access.explain, so that it never says whether anything is held, restricted or objected to. A domain's
-- part is what stands under the tiers named for it, and it is kept from whoever is not shown all of them in full: from each
-- member who is named, and from the caller. Who does not belong to the team is shown nothing. Answers nobody who does not speak for
-- the team.
create or replace function access.kept_from(school text, members text[], children uuid[], abouts text[], tiers text[])
returns table (child_id uuid, about text, subject text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  moment constant timestamptz := ctx.now();
begin
  if not access.speaks_for(c, school, moment) then return; end if;
  return query
    with seen as materialized (
      select k.asked, k.held from access.linked(access.discussed(school, children, moment)) k
      where k.asked = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T2', 'READ'))),
    present as materialized (
      select m subject, s.role, 'TEAM_AROUND_SCHOOL' purpose, s.grantees
      from unnest(members) m left join access.seated(school, members, moment) s on s.subject = m
      union all
      select c ->> 'sub', c ->> 'role', c ->> 'purpose', access.grantees(c, moment)),
    shown as materialized (
      select p.subject, p.grantees, ru.about, ru.tier, ru.basis from present p join access.rule ru
        on ru.role = p.role and ru.purpose = p.purpose and ru.act = 'READ' and ru.outcome = 'FULL'
      where ru.agreement is null
        or exists (select from access.agreement ag where ag.agreement = ru.agreement and ag.valid @> moment))
    select distinct s.asked, part.about, p.subject
    from (select distinct se.asked from seen se) s
    cross join unnest(abouts, tiers) part(about, tier)
    cross join present p
    where not exists (
      select from shown sh
      join access.relationship re on re.basis = sh.basis and re.grantee = any (sh.grantees) and re.valid @> moment
      join seen se on se.held = re.child_id
      where se.asked = s.asked and sh.subject = p.subject and sh.grantees = p.grantees and sh.about = part.about and sh.tier = part.tier)
    order by 1, 2, 3;
end $$;
grant execute on function access.kept_from(text, text[], uuid[], text[], text[]) to {{prefix}}_partnership;
