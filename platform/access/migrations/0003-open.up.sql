-- Opening a unit of work: verify, decide, write the audit rows, remember the permitted sets. No audit row, no data.

create sequence access.audit_seq;

-- One row a request of a unit; each domain's rows are a table of its own, {schema}.audit, a partition of this one.
create table access.audit (
  seq bigint not null default nextval('access.audit_seq'),
  domain text not null,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  actor_name text,
  organisation text,
  role text not null,
  purpose text not null,
  about text not null,
  tier text not null,
  act text not null,
  operation text not null,
  -- What kind of key was asked by, and the keys, where they are not children's.
  kind text not null,
  subjects text[],
  asked uuid[] not null,
  permitted uuid[] not null,
  -- PERMITTED, SILENT (it depends on the child: answered as absent), REFUSED (role and purpose alone), SYSTEM
  decision text not null check (decision in ('PERMITTED', 'SILENT', 'REFUSED', 'SYSTEM')),
  bases text[] not null,
  policy_version text,
  request_id text not null,
  primary key (domain, seq)
) partition by list (domain);

create index audit_look_up on access.audit (actor, at) where kind = 'identifier';

create function access.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only' using errcode = '42501';
end $$;
create trigger append_only before update or delete on access.audit for each row execute function access.append_only();

-- The children a request is about: named, or found from their own key by the owning domain, or from the caller's
-- relationships (a list).
create function access.children_of(c jsonb, g text[], request jsonb, schema_name name, out asked uuid[], out subjects jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if request ? 'from' then
    select coalesce(array_agg(child_id), '{}') into asked from (
      select distinct re.child_id from access.relationship re
      where re.grantee = any (g) and re.valid @> now()
        and re.basis in (select jsonb_array_elements_text(request -> 'from' -> 'bases'))
        and (request -> 'from' ->> 'grantee' is null or re.grantee = request -> 'from' ->> 'grantee')
        and (request -> 'from' ->> 'after' is null or re.child_id > (request -> 'from' ->> 'after')::uuid)
      order by re.child_id limit least(coalesce((request -> 'from' ->> 'limit')::int, 100), 5000)) found;
  elsif coalesce(request ->> 'kind', 'child') = 'child' then
    -- A key of another shape is nobody's.
    select coalesce(array_agg(distinct k::uuid), '{}') into asked from jsonb_array_elements_text(request -> 'keys') k
      where k ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  else
    execute format('select coalesce(array_agg(distinct child_id), %L), coalesce(jsonb_agg(jsonb_build_array(id, child_id)), %L)
      from %I.subjects($1, $2)', '{}', '[]', schema_name)
      into asked, subjects
      using request ->> 'kind', array(select jsonb_array_elements_text(request -> 'keys'));
  end if;
end $$;

-- What a system may open: whatever its key's operations name, for the children its batch names. No relationships.
create function access.decide_system(c jsonb, requests jsonb) returns table (
  n bigint, request jsonb, subjects jsonb, asked uuid[], permitted uuid[], verdicts jsonb, bases text[], version text, decision text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from jsonb_array_elements(requests) r
      where not (c -> 'operations') ?
        (concat_ws(':', r ->> 'holder', r ->> 'operation', case when r ->> 'act' = 'WRITE' then 'WRITE' end)))
    or exists (select from jsonb_array_elements(requests) r where jsonb_array_length(r -> 'keys') > 1000) then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  return query
    select x.n, x.r, k.subjects, k.asked,
      (select coalesce(array_agg(distinct held), '{}') from ctx.keys(k.asked)),
      (select coalesce(jsonb_agg(jsonb_build_array(i, 'FULL', 'SYSTEM')), '[]') from unnest(k.asked) i),
      array['SYSTEM'], 'system'::text, 'SYSTEM'::text
    from jsonb_array_elements(requests) with ordinality x(r, n)
    join access.domain d on d.domain = x.r ->> 'holder'
    cross join lateral access.children_of(c, '{}', x.r, d.schema_name) k
    order by x.n;
end $$;

-- What a person may open: role ∧ relationship ∧ purpose under an agreement in force ∧ tier ∧ not restricted ∧ no
-- objection. All requests of a unit in one query, planned once: it is paid for by every read in the product.
create function access.decide_person(c jsonb, g text[], requests jsonb) returns table (
  n bigint, request jsonb, subjects jsonb, asked uuid[], permitted uuid[], verdicts jsonb, bases text[], version text, decision text)
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
    cross join lateral access.children_of(c, g, gi.r, d.schema_name) k where not gi.by_child),
  h as materialized (select k.asked, k.held from ctx.keys(array(select distinct unnest(req.asked) from req)) k),
  near as materialized (
    select distinct h.asked, re.basis from h
    join access.relationship re on re.child_id = h.held and re.grantee = any (g) and re.valid @> now()),
  hidden as materialized (
    select h.asked from h join access.restriction x on x.child_id = h.held
    where x.kind <> 'PROTECTED_ADDRESS' and x.since <= current_date and (x.until is null or x.until > current_date)
      and not exists (select from access.clearance cl where cl.role = c ->> 'role' and cl.kind = x.kind)),
  ruled as materialized (
    select req.n, ru.outcome, ru.basis, ru.agreement, ru.version from req
    join access.rule ru on ru.about = req.about and ru.tier = req.tier and ru.act = req.act
      and ru.role = c ->> 'role' and ru.purpose = c ->> 'purpose'),
  allowed as materialized (
    select distinct on (req.n, near.asked) req.n, near.asked, ru.outcome, ru.basis
    from req join near on near.asked = any (req.asked) join ruled ru on ru.n = req.n and ru.basis = near.basis
    where (ru.agreement is null
        or exists (select from access.agreement ag where ag.agreement = ru.agreement and ag.valid @> now()))
      and near.asked not in (select hidden.asked from hidden)
      and (c ->> 'purpose' = 'SAFEGUARDING' or not exists (
        select from h join access.objection o on o.child_id = h.held
        where h.asked = near.asked and o.valid @> now() and (o.about is null or o.about = req.about)
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

create function access.open(claims text, tag text, requests jsonb) returns jsonb
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
  -- Thirty look-ups by identifier a minute a person: enough to work, too few to try numbers out.
  if exists (select from jsonb_array_elements(requests) r where r ->> 'kind' = 'identifier')
    and (select count(*) from access.audit a where a.actor = c ->> 'sub' and a.kind = 'identifier'
      and a.at > clock_timestamp() - interval '1 minute') >= 30 then
    raise exception 'too many look-ups' using errcode = 'HUB30';
  end if;
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
  select coalesce(jsonb_agg(jsonb_build_object('permitted', d.verdicts, 'subjects', coalesce(d.subjects, '[]'),
      'version', d.version) order by d.n), '[]')
    into answer from decided d where (select count(*) from kept) >= 0;
  return answer;
end $$;

-- Whether every one of these children may be changed by this transaction, in any tier the domain opened for writing.
create function access.may_change(the_domain text, the_tier text, ids uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select ids <@ ctx.permitted(the_domain, the_domain, the_tier, 'WRITE')
$$;

-- Whether a child whom this transaction may change has a given relationship today, whoever the grantee is.
create function access.holds(the_domain text, the_tier text, the_child uuid, the_grantee text, the_basis text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_change(the_domain, the_tier, array[the_child]) then
    raise exception 'no permit for this child' using errcode = '42501';
  end if;
  return exists (select from ctx.keys(array[the_child]) k join access.relationship re on re.child_id = k.held
    where re.grantee = the_grantee and re.basis = the_basis and re.valid @> now());
end $$;

-- The kinds of restriction a child whom this transaction may change is under: for decisions that a restriction forbids.
create function access.restricted(the_domain text, the_tier text, the_child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_change(the_domain, the_tier, array[the_child]) then
    raise exception 'no permit for this child' using errcode = '42501';
  end if;
  return exists (select from ctx.keys(array[the_child]) k join access.restriction x on x.child_id = k.held
    where x.since <= current_date and (x.until is null or x.until > current_date));
end $$;

-- A domain's own relationships, each a consequence of one of its facts: the same fact again replaces the row, an
-- empty interval removes it.
create function access.relate(the_domain text, the_tier text, rows jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  changed int;
begin
  if not exists (select from access.domain d where d.domain = the_domain and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or exists (
      select from jsonb_to_recordset(rows) x(basis text, grantee text)
      left join access.basis b on b.domain = the_domain and b.basis = x.basis
      where b.basis is null or x.grantee !~ b.grantee_shape
        -- A person's act relates a child to their own organisation or team, never to somebody of their choosing.
        or not ((c ->> 'system')::boolean or (b.by_person and (x.grantee = any (access.grantees(c))
          or (x.grantee = 'team:tas:' || (c ->> 'org')
            and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead')))))) then
    raise exception 'not a basis of this domain' using errcode = '42501';
  end if;
  if not access.may_change(the_domain, the_tier, array(select distinct child_id from jsonb_to_recordset(rows) x(child_id uuid))) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  with given as (
    select distinct on (child_id, grantee, basis, reference) *
    from jsonb_to_recordset(rows) x(child_id uuid, grantee text, basis text, reference text, "from" timestamptz, until timestamptz)
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

-- Who is in a team around a school: those who lead the school say, and whoever leads that very team; nobody else can
-- seat themselves. Written down with the team and the subject.
create function access.join_team(the_team text, the_subject text, since timestamptz, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  leads_school constant boolean := coalesce(the_team = 'tas:' || (c ->> 'org')
    and c ->> 'role' in ('senco', 'headteacher', 'designated-safeguarding-lead'), false);
  leads_team constant boolean := coalesce(c ->> 'role' = 'team-around-school-lead' and the_subject <> c ->> 'sub'
    and 'team:' || the_team = any (access.grantees(c)), false);
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or the_team !~ '^tas:[0-9]{6}$' or not (leads_school or leads_team) then
    raise exception 'not this caller''s to say' using errcode = '42501';
  end if;
  insert into access.audit (domain, actor, actor_name, organisation, role, purpose, about, tier, act, operation, kind,
      subjects, asked, permitted, decision, bases, policy_version, request_id)
    values ('PARTNERSHIP', c ->> 'sub', c ->> 'name', c ->> 'org', c ->> 'role', c ->> 'purpose', 'PARTNERSHIP', 'T2', 'WRITE',
      'team.seat', 'team-seat', array[the_team || '|' || the_subject], '{}', '{}', 'PERMITTED', '{}', 'system', c ->> 'rid');
  insert into access.membership (team, subject, valid) values (the_team, the_subject, tstzrange(since, until))
  on conflict (subject, team) do update set valid = excluded.valid;
end $$;

revoke execute on all functions in schema access from public;
revoke execute on all functions in schema ctx from public;
