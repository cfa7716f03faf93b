-- Looking somebody up who is not yet at hand: by name, among the children the caller may see; and, for staff who take on
-- a new case, by number and date of birth, among all.

drop index access.audit_look_up;
create index audit_look_up on access.audit (actor, at) where kind in ('identifier', 'search');

-- Thirty look-ups a minute a person, by number and by name together: enough to work, too few to try out.
create function access.count_look_ups(c jsonb, asked_now int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if asked_now = 0 then return; end if;
  -- Sent side by side, they would not count each other.
  perform pg_advisory_xact_lock(hashtextextended('look-up ' || (c ->> 'sub'), 0));
  if asked_now + (select coalesce(sum(greatest(cardinality(a.subjects), 1)), 0) from access.audit a
      where a.actor = c ->> 'sub' and a.kind in ('identifier', 'search') and a.at > clock_timestamp() - interval '1 minute') > 30 then
    raise exception 'too many look-ups' using errcode = 'HUB30';
  end if;
end $$;

-- The children whom a search finds, best first. It begins with whom the caller is related to, through what the rules
-- allow their role and purpose: by each of them, or, for all who live in an area, by keys that are kept for that area
-- alone. So neither what is found nor the time it takes depends on anyone else. Of those found, the same decision as
-- for any other request says who may be seen; the others take nobody's place.
create function access.found(c jsonb, g text[], request jsonb, schema_name name) returns table (place bigint, child uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted constant int := least((request -> 'sought' ->> 'first')::int, 50);
  bases constant text[] := array(
    select distinct ru.basis from access.rule ru
    where ru.about = request ->> 'about' and ru.tier = request ->> 'tier' and ru.act = request ->> 'act'
      and ru.role = c ->> 'role' and ru.purpose = c ->> 'purpose'
      and (ru.agreement is null
        or exists (select from access.agreement ag where ag.agreement = ru.agreement and ag.valid @> now())));
  circle constant uuid[] := array(
    select distinct re.child_id from access.relationship re
    where re.grantee = any (g) and re.basis = any (bases) and re.basis <> 'RESIDENCE' and re.valid @> now());
  areas constant text[] := case when 'RESIDENCE' = any (bases) then g else '{}' end;
  named constant jsonb := (request - '{sought,kind,keys}'::text[]) || '{"kind": "child"}';
  alike uuid[];
  best uuid[];
  past int := 0;
  seen uuid[] := '{}';
begin
  execute format('select array(select f.child from (
      select coalesce(a.canonical, m.child_id) child, max(m.score) score
      from %I.matching($1, $2, $3) m left join access.child_alias a on a.held = m.child_id group by 1) f
    order by f.score desc, f.child)', schema_name)
    into alike using circle, areas, request -> 'sought' -> 'terms';
  -- Decided a hundred at a time, made up with nobody: one hidden child and none at all are the same work.
  alike := alike || array(select gen_random_uuid() from generate_series(1, 100 - cardinality(alike) % 100));
  while cardinality(seen) < wanted and past < cardinality(alike) loop
    best := alike[past + 1 : past + 100];
    seen := seen || array(
      select b.i from unnest(best) with ordinality b(i, n)
      join (select (v ->> 0)::uuid i from access.decide_person(c, g, jsonb_build_array(named || jsonb_build_object('keys', best))) d
        cross join lateral jsonb_array_elements(d.verdicts) v) allowed using (i)
      order by b.n);
    past := past + 100;
  end loop;
  return query select s.n, s.i from unnest(seen[1 : wanted]) with ordinality s(i, n);
end $$;

-- As before, but that whatever leads to a child, a list, a key of its own or a search, leads to the id the child is
-- shown by.
create or replace function access.children_of(c jsonb, g text[], request jsonb, schema_name name, out asked uuid[], out subjects jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if request ? 'from' then
    select coalesce(array_agg(child), '{}') into asked from (
      select distinct coalesce(a.canonical, re.child_id) child from access.relationship re
      left join access.child_alias a on a.held = re.child_id
      where re.grantee = any (g) and re.valid @> now()
        and re.basis in (select jsonb_array_elements_text(request -> 'from' -> 'bases'))
        and (request -> 'from' ->> 'grantee' is null or re.grantee = request -> 'from' ->> 'grantee')
        and (request -> 'from' ->> 'after' is null or coalesce(a.canonical, re.child_id) > (request -> 'from' ->> 'after')::uuid)
      order by child limit least(coalesce((request -> 'from' ->> 'limit')::int, 100), 5000)) found;
  elsif request ->> 'kind' = 'search' then
    select coalesce(array_agg(f.child), '{}'), coalesce(jsonb_agg(jsonb_build_array(f.place::text, f.child)), '[]')
      into asked, subjects from access.found(c, g, request, schema_name) f;
  elsif coalesce(request ->> 'kind', 'child') = 'child' then
    -- A key of another shape is nobody's.
    select coalesce(array_agg(distinct k::uuid), '{}') into asked from jsonb_array_elements_text(request -> 'keys') k
      where k ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  else
    execute format('select coalesce(array_agg(distinct child), %L), coalesce(jsonb_agg(jsonb_build_array(id, child)), %L)
      from (select s.id, coalesce(a.canonical, s.child_id) child from %I.subjects($1, $2) s
        left join access.child_alias a on a.held = s.child_id) found', '{}', '[]', schema_name)
      into asked, subjects
      using request ->> 'kind', array(select jsonb_array_elements_text(request -> 'keys'));
  end if;
end $$;

-- As before, with look-ups by number and by name counted together, each of several in one request.
create or replace function access.open(claims text, tag text, requests jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  g constant text[] := access.grantees(c);
  answer jsonb;
begin
  if coalesce(current_setting('hub.claims', true), '') not in ('', claims) then
    raise exception 'this unit is open for another caller' using errcode = '28000';
  end if;
  perform set_config('hub.claims', claims, true), set_config('hub.tag', tag, true);
  if exists (select from jsonb_array_elements(requests) r left join access.domain d on d.domain = r ->> 'holder'
      where d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER')) then
    raise exception 'not this login''s domain' using errcode = '42501';
  end if;
  perform access.count_look_ups(c, (select count(*) from jsonb_array_elements(requests) r
    left join lateral jsonb_array_elements(r -> 'keys') k on true where r ->> 'kind' in ('identifier', 'search'))::int);
  with decided as materialized (
    select q.*, nextval('access.audit_seq') seq, q.request ->> 'holder' holder, q.request ->> 'about' about,
      q.request ->> 'tier' tier, q.request ->> 'act' act, coalesce(q.request ->> 'kind', 'child') kind
    from (
      select * from access.decide_system(c, requests) where (c ->> 'system')::boolean
      union all
      select * from access.decide_person(c, g, requests) where not (c ->> 'system')::boolean) q),
  written as (
    insert into access.audit (seq, domain, actor, actor_name, organisation, role, purpose, about, tier, act, operation, kind,
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
  kept as materialized (select ctx.remember(s.holder, s.about, s.tier, s.act, s.seq, s.ids) from sets s)
  -- A key that leads to a child who is not shared leads to nobody.
  select coalesce(jsonb_agg(jsonb_build_object('permitted', d.verdicts, 'subjects', coalesce((
        select jsonb_agg(jsonb_build_array(p -> 0, case when p ->> 1 in (
            select v ->> 0 from jsonb_array_elements(d.verdicts) v) then p -> 1 end))
        from jsonb_array_elements(d.subjects) p), '[]'),
      'version', d.version) order by d.n), '[]')
    into answer from decided d where (select count(*) from kept) >= 0;
  return answer;
end $$;

-- Where children live whom this transaction may change: for the keys that are kept an area.
create function access.areas_of(the_tier text, ids uuid[]) returns table (child_id uuid, area text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not access.may_change('PARTNERSHIP', the_tier, ids) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  return query
    select distinct on (re.child_id) re.child_id, re.grantee from access.relationship re
    where re.child_id = any (ids) and re.basis = 'RESIDENCE' order by re.child_id, re.valid @> now() desc, re.grantee;
end $$;

-- Takes a new case on: for eight hours the verified caller is related to the one child who is known by this number and
-- has this date of birth, and the alert is raised. The child is found here and cannot be named; where there is none,
-- or more than one, or the decision that any read rests on says no, nothing is left but the audit row, after the same
-- work. Null then.
create function access.claim(number_hash text, born date, reason text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  -- The alert's id, and what the relationship follows from.
  alert constant uuid := gen_random_uuid();
  holder record;
  child uuid;
  reading record;
  claiming record;
  claimed boolean;
  held uuid[];
  row_seq constant bigint := nextval('access.audit_seq');
begin
  if coalesce((c ->> 'system')::boolean, true)
    or not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER')) then
    raise exception 'not a person''s claim' using errcode = '42501';
  end if;
  perform access.count_look_ups(c, 1);
  select * into holder from partnership.claimable(number_hash, born);
  -- Somebody, so that for nobody the work is the same.
  child := coalesce(holder.child, alert);
  insert into access.relationship (child_id, grantee, basis, reference, valid)
    values (child, 'person:' || (c ->> 'sub'), 'SELF_CLAIMED', alert::text, tstzrange(now(), now() + interval '8 hours'));
  select * into reading from access.decide_person(c, access.grantees(c), jsonb_build_array(jsonb_build_object(
    'holder', 'PARTNERSHIP', 'about', 'PARTNERSHIP', 'tier', 'T1', 'act', 'READ', 'keys', array[child])));
  select * into claiming from access.decide_person(c, access.grantees(c), jsonb_build_array(jsonb_build_object(
    'holder', 'PARTNERSHIP', 'about', 'PARTNERSHIP', 'tier', 'EXISTENCE', 'act', 'WRITE', 'keys', array[child])));
  claimed := holder.child is not null and reading.decision = 'PERMITTED' and claiming.decision = 'PERMITTED';
  held := case when claimed then claiming.permitted else '{}' end;
  insert into access.audit (seq, domain, actor, actor_name, organisation, role, purpose, about, tier, act, operation, kind,
      subjects, asked, permitted, decision, bases, policy_version, request_id)
    values (row_seq, 'PARTNERSHIP', c ->> 'sub', c ->> 'name', c ->> 'org', c ->> 'role', c ->> 'purpose', 'PARTNERSHIP', 'EXISTENCE',
      'WRITE', 'claimRelationship', 'identifier', array[number_hash], holder.asked, held,
      case when claimed then 'PERMITTED' when claiming.version is null then 'REFUSED' else 'SILENT' end,
      case when claimed then claiming.bases else '{}' end, claiming.version, c ->> 'rid');
  if not claimed then
    delete from access.relationship re where re.child_id = child and re.reference = alert::text;
    return null;
  end if;
  insert into partnership.alert (id, child_id, kind, actor, actor_name, role, organisation, reason)
    values (alert, child, 'SELF_CLAIMED', c ->> 'sub', c ->> 'name', c ->> 'role', c ->> 'org', claim.reason);
  perform ctx.remember('PARTNERSHIP', 'PARTNERSHIP', 'EXISTENCE', 'WRITE', row_seq, held);
  perform access.emit('PARTNERSHIP', 'alert-raised', array[child]);
  return child;
end $$;

revoke execute on function access.count_look_ups(jsonb, int), access.found(jsonb, text[], jsonb, name),
  access.areas_of(text, uuid[]), access.claim(text, date, text) from public;
grant execute on function access.areas_of(text, uuid[]), access.claim(text, date, text) to {{prefix}}_partnership;
