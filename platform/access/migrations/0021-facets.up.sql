-- Facets: what only some of those who may see a record see in it. A rule names them, a ruling carries them, and the audit
-- row, which is the permit, says which children they were opened for.

alter table access.rule add column facets text[] not null default '{}';

-- Of each basis, in the order of the bases: names with commas between them. Null where no basis opens any.
alter table access.ruling add column facets text[];

-- Facets that one request of a unit was shown together, and of whom: of all who are permitted, where no children are named.
create type access.facets_shown as (
  -- By its place among the row's requests.
  request int,
  facets text[],
  children uuid[]
);
alter table access.audit_unit add column facets access.facets_shown[];
alter type access.decided add attribute facets access.facets_shown[];

-- The facets of a request stand last: what reads the view by place goes on doing so.
create or replace view access.audit as
  select u.seq, u.domain, u.at, u.actor, u.actor_name, u.organisation, u.role, u.purpose, r.about, r.tier, r.act, r.operation,
    r.kind, r.subjects, r.asked, r.permitted, r.decision, r.bases, r.policy_version, u.request_id, coalesce(u.times, 1) times,
    r.n::int n,
    array(select distinct f from unnest(u.facets) s cross join lateral unnest(s.facets) f where s.request = r.n order by f) facets
  from access.audit_unit u
  cross join lateral unnest(u.requests) with ordinality
    r(about, tier, act, operation, kind, subjects, asked, permitted, decision, bases, policy_version, n)
  union all
  select a.seq, a.domain, a.at, a.actor, a.actor_name, a.organisation, a.role, a.purpose, a.about, a.tier, a.act, a.operation,
    a.kind, a.subjects, a.asked, a.permitted, a.decision, a.bases, a.policy_version, a.request_id, a.times, 1, '{}'
  from access.audit_by_request a;
