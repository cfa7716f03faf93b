-- Every disclosure that showed records of both sides while they were linked: whoever read then, read of both.
create or replace function access.disclosures_while_linked(one uuid[], other uuid[], since timestamptz, until timestamptz)
returns table (at timestamptz, who text, role text, organisation text, purpose text, about text, tier text, operation text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ((one || other) <@ ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T3', 'READ')) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  return query
    select a.at, coalesce(a.actor_name, a.actor), a.role, coalesce(a.organisation, ''), a.purpose, a.about, a.tier, a.operation
    from access.audit a
    where a.at >= since and a.at < disclosures_while_linked.until and a.decision = 'PERMITTED' and a.permitted && one and a.permitted && other
    order by a.seq, a.n;
end $$;
grant execute on function access.disclosures_while_linked(uuid[], uuid[], timestamptz, timestamptz) to {{prefix}}_partnership;
