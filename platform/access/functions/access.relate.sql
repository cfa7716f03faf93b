-- A domain's own relationships, each a consequence of one of its facts: the same fact again replaces the row, an
-- empty interval removes it, and what is forgotten gets none. A day begins at midnight in England, whatever zone a session
-- keeps its moments in. Answers how many changed. Raises 42501 for a basis, a grantee or children that are not this
-- caller's to relate, and where nobody vouches for the caller any longer.
create or replace function access.relate(the_domain text, the_tier text, rows jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'Europe/London' as $$
declare
  c constant jsonb := ctx.claims();
  -- A system holds as long as its transaction: a long batch may outlast the voucher it was begun with.
  is_system constant boolean := cardinality(ctx.system()) > 0;
  changed int;
begin
  if not (is_system or c ? 'sub') then
    raise exception 'nobody is vouched for' using errcode = '42501';
  end if;
  if not exists (select from access.domain d where d.domain = the_domain and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or exists (
      select from jsonb_to_recordset(rows) x(child_id uuid, grantee text, basis text, reference text, until timestamptz)
      left join access.basis b on b.domain = the_domain and b.basis = x.basis
      where b.basis is null or coalesce(x.grantee !~ b.grantee_shape, true)
        -- A person's act relates a child to their own organisation or team, never to somebody of their choosing but by a fact
        -- that the domain itself holds of the child.
        or not coalesce(is_system or (b.by_person and (x.grantee = any (access.grantees(c, ctx.now()))
          or (x.grantee = 'team:tas:' || (c ->> 'org')
            and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead'))
          or x.basis = 'REFERRAL' and x.until is null
            and access.leads_to(the_domain, 'new-entry', substr(x.grantee, 5) || '|' || x.reference) = x.child_id)), false)
        -- Reviewers are shown a child by reviewers alone.
        or (x.basis = 'MATCH_REVIEW' and not is_system
          and (c ->> 'role', c ->> 'purpose', the_tier) is distinct from ('match-reviewer', 'MATCHING', 'T3'))) then
    raise exception 'not a basis of this domain' using errcode = '42501';
  end if;
  if not access.may_change(the_domain, the_tier, array(select distinct child_id from jsonb_to_recordset(rows) x(child_id uuid))) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  with given as (
    select distinct on (child_id, grantee, basis, reference) *
    from jsonb_to_recordset(rows) x(child_id uuid, grantee text, basis text, reference text, "from" timestamptz, until timestamptz)
    where not exists (select from access.forgotten f where f.child_id = x.child_id)
    order by child_id, grantee, basis, reference),
  gone as (
    delete from access.relationship re using given g
    where re.child_id = g.child_id and re.grantee = g.grantee and re.basis = g.basis and re.reference = g.reference
      and isempty(tstzrange(g."from", g.until)) returning 1),
  kept as (
    insert into access.relationship as re (child_id, grantee, basis, reference, valid)
    select child_id, grantee, basis, reference, tstzrange("from", until) from given where not isempty(tstzrange("from", until))
    on conflict (child_id, grantee, basis, reference) do update set valid = excluded.valid where re.valid <> excluded.valid
    returning 1)
  select (select count(*) from gone) + (select count(*) from kept) into changed;
  return changed;
end $$;
