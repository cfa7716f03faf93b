-- Whether what was asked for is kept as a file, outside the hub and its rules: whoever reads the audit sees what left it.
-- What was written before says that it was not, for no file was made then.
alter table access.audit_unit add column exported boolean not null default false;

-- It stands last: what reads the view by place goes on doing so.
create or replace view access.audit as
  select u.seq, u.domain, u.at, u.actor, u.actor_name, u.organisation, u.role, u.purpose, r.about, r.tier, r.act, r.operation,
    r.kind, r.subjects, r.asked, r.permitted, r.decision, r.bases, r.policy_version, u.request_id, coalesce(u.times, 1) times,
    r.n::int n,
    array(select distinct f from unnest(u.facets) s cross join lateral unnest(s.facets) f where s.request = r.n order by f) facets,
    u.exported
  from access.audit_unit u
  cross join lateral unnest(u.requests) with ordinality
    r(about, tier, act, operation, kind, subjects, asked, permitted, decision, bases, policy_version, n)
  union all
  select a.seq, a.domain, a.at, a.actor, a.actor_name, a.organisation, a.role, a.purpose, a.about, a.tier, a.act, a.operation,
    a.kind, a.subjects, a.asked, a.permitted, a.decision, a.bases, a.policy_version, a.request_id, a.times, 1, '{}', false
  from access.audit_by_request a;
