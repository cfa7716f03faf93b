-- The children whom a caller is related to by what the rules allow the role and purpose of the facts a request is about, under
-- every id that their records may stand under; of one of the caller's grantees where the request names one. So many of them
-- at most as are said, before those ids are added; all where null.
create or replace function access.circle(who access.caller, request jsonb, most int) returns uuid[]
language plpgsql stable as $$
declare
  bases constant text[] := array(
    select distinct ru.basis from access.rule ru
    where ru.about = request ->> 'about' and ru.tier = request ->> 'tier' and ru.act = request ->> 'act'
      and ru.role = who.role and ru.purpose = who.purpose
      and (ru.agreement is null or ru.agreement = any (who.in_force)));
  the_grantee constant text := request -> 'from' ->> 'grantee';
  grantees constant text[] := case when the_grantee is null then who.grantees
    else array(select g from unnest(who.grantees) g where g = the_grantee) end;
begin
  return array(
    with related as materialized (
      select distinct re.child_id from access.relationship re
      where re.grantee = any (grantees) and re.basis = any (bases) and re.valid @> who.moment limit most),
    shown as materialized (
      select distinct coalesce(a.canonical, r.child_id) id from related r left join access.child_alias a on a.held = r.child_id)
    select s.id from shown s
    union all
    select a.held from shown s join access.child_alias a on a.canonical = s.id);
end $$;
