-- Opening a unit of work as it was before its audit row became the permit: verify, decide, write down, remember.
create function before.open(claims text, tag text, requests jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  c constant jsonb := before.verify(claims, tag);
  g constant text[] := before.grantees(c);
  answer jsonb;
begin
  if coalesce(current_setting('before.claims', true), '') not in ('', claims) then
    raise exception 'this unit is open for another caller' using errcode = '28000';
  end if;
  perform set_config('before.claims', claims, true), set_config('before.tag', tag, true);
  if exists (select from jsonb_array_elements(requests) r left join access.domain d on d.domain = r ->> 'holder'
      where d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER')) then
    raise exception 'not this login''s domain' using errcode = '42501';
  end if;
  perform before.count_look_ups(c, (select count(*) from jsonb_array_elements(requests) r
    left join lateral jsonb_array_elements(r -> 'keys') k on true where r ->> 'kind' in ('identifier', 'search'))::int);
  with decided as materialized (
    select q.*, nextval('before.audit_seq') seq, q.request ->> 'holder' holder, q.request ->> 'about' about,
      q.request ->> 'tier' tier, q.request ->> 'act' act, coalesce(q.request ->> 'kind', 'child') kind
    from (
      select * from before.decide_system(c, requests) where (c ->> 'system')::boolean
      union all
      select * from before.decide_person(c, g, requests) where not (c ->> 'system')::boolean) q),
  written as (
    insert into before.audit (seq, domain, actor, actor_name, organisation, role, purpose, about, tier, act, operation, kind,
      subjects, asked, permitted, decision, bases, policy_version, request_id)
    select d.seq, d.holder, c ->> 'sub', c ->> 'name', c ->> 'org', c ->> 'role', c ->> 'purpose', d.about, d.tier, d.act,
      d.request ->> 'operation', d.kind,
      case when d.kind <> 'child' then array(select jsonb_array_elements_text(d.request -> 'keys')) end,
      d.asked, d.permitted, d.decision, d.bases, d.version, c ->> 'rid'
    from decided d),
  sets as materialized (
    -- Whoever may change a row sees the row being changed.
    select d.holder, d.about, d.tier, a.act, min(d.seq) seq,
      array(select distinct i from decided e cross join unnest(e.permitted) i
        where (e.holder, e.about, e.tier) = (d.holder, d.about, d.tier) and (a.act = 'READ' or e.act = 'WRITE')) ids
    from decided d join (values ('READ'), ('WRITE')) a(act) on a.act = 'READ' or d.act = 'WRITE'
    group by d.holder, d.about, d.tier, a.act),
  kept as materialized (
    select before.remember(s.holder, s.about, s.tier, s.act, s.ids) from sets s
    union all
    select before.remember_links(array(select distinct i from decided e cross join unnest(e.permitted) i))),
  died as materialized (
    select k.held child, min(x.died_on) died_on
    from access.death x cross join lateral before.linked(array[x.child_id]) k
    where x.child_id = any (array(select unnest(e.permitted) from decided e))
    group by k.held)
  -- A key that leads to a child who is not shared leads to nobody.
  select coalesce(jsonb_agg(jsonb_build_object('permitted', d.verdicts, 'subjects', coalesce((
        select jsonb_agg(jsonb_build_array(p -> 0, case when p ->> 1 in (
            select v ->> 0 from jsonb_array_elements(d.verdicts) v) then p -> 1 end))
        from jsonb_array_elements(d.subjects) p), '[]'),
      'version', d.version,
      'died', coalesce((select jsonb_object_agg(m.child, m.died_on) from died m
        where m.child = any (d.asked) and m.child = any (d.permitted)), '{}')) order by d.n), '[]')
    into answer from decided d where (select count(*) from kept) >= 0;
  return answer;
end $$;
