-- The audit row is the permit: one row a unit of work and holder, carrying the unit's requests of that domain.

-- One request of a unit, as it was decided.
create type access.audited as (
  about text,
  tier text,
  act text,
  operation text,
  -- What kind of key was asked by, and the keys, where they are not children's.
  kind text,
  subjects text[],
  asked uuid[],
  permitted uuid[],
  -- PERMITTED, SILENT (it depends on the child: answered as absent), REFUSED (role and purpose alone), SYSTEM
  decision text,
  bases text[],
  policy_version text
);

create table access.audit_unit (
  seq bigint not null default nextval('access.audit_seq'),
  domain text not null,
  -- The transaction that wrote it, for which alone it permits anything. A row's own xmin would not do: after a savepoint
  -- that is a part of the transaction.
  xid xid8 not null default pg_current_xact_id(),
  -- SHA-256 of the caller's tag: whoever reads the audit learns no tag that still speaks for somebody.
  tag bytea,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  actor_name text,
  organisation text,
  role text not null,
  purpose text not null,
  request_id text not null,
  requests access.audited[] not null check (cardinality(requests) > 0),
  -- How many numbers and names were looked up, for their limit.
  look_ups int not null default 0,
  -- Of a refusal that the gateway told: how many it stands for.
  times int check (times > 0),
  primary key (domain, seq)
) partition by list (domain);

create index audit_unit_look_up on access.audit_unit (actor, at) where look_ups > 0;
create index audit_unit_refused on access.audit_unit (domain, actor, at) where times is not null;
create index audit_unit_at on access.audit_unit using brin (at);
create trigger append_only before update or delete on access.audit_unit for each row execute function access.append_only();

-- What was written until now, one row a request, stays as it is, and is read beside the new rows.
alter table access.audit rename to audit_by_request;
do $$
declare
  t record;
begin
  for t in select d.schema_name from access.domain d where to_regclass(format('%I.audit', d.schema_name)) is not null loop
    execute format('alter table %I.audit rename to audit_by_request', t.schema_name);
  end loop;
end $$;
create trigger closed before insert on access.audit_by_request for each row execute function access.append_only();

-- One line a request, whenever it was written: for whoever reads the audit.
create view access.audit as
  select u.seq, u.domain, u.at, u.actor, u.actor_name, u.organisation, u.role, u.purpose, r.about, r.tier, r.act, r.operation,
    r.kind, r.subjects, r.asked, r.permitted, r.decision, r.bases, r.policy_version, u.request_id, coalesce(u.times, 1) times,
    r.n::int n
  from access.audit_unit u
  cross join lateral unnest(u.requests) with ordinality
    r(about, tier, act, operation, kind, subjects, asked, permitted, decision, bases, policy_version, n)
  union all
  select a.seq, a.domain, a.at, a.actor, a.actor_name, a.organisation, a.role, a.purpose, a.about, a.tier, a.act, a.operation,
    a.kind, a.subjects, a.asked, a.permitted, a.decision, a.bases, a.policy_version, a.request_id, a.times, 1
  from access.audit_by_request a;

-- The rules as a decision reads them: of one kind of caller and one kind of fact, the bases in order of preference (the
-- fullest outcome first), each with its outcome and the agreement it rests on. Written by hub migrate beside access.rule.
create table access.ruling (
  role text not null,
  purpose text not null,
  about text not null,
  tier text not null,
  act text not null,
  bases text[] not null,
  outcomes text[] not null,
  agreements text[] not null,
  version text not null,
  primary key (role, purpose, about, tier, act)
);

-- What access.open hands from step to step. Who asks, and what decisions need to know of them:
create type access.caller as (
  role text,
  purpose text,
  is_system boolean,
  grantees text[],
  in_force text[],
  today date,
  moment timestamptz,
  known_bases text[]
);
-- Which children a unit asks for: each once, with the combination of sets of keys it was asked by (its place among
-- `combinations`, names of sets with commas between them). Requests for the same children share a set: `of_sets`, one a
-- request. By a request's number its keys, and the child each leads to, where they are not children's.
create type access.asked as (
  children uuid[],
  sets int[],
  combinations text[],
  of_sets text[],
  subjects jsonb,
  leads jsonb
);
-- Children of whom every decision is the same.
create type access.standing as (
  -- The combination of sets.
  sets int,
  -- The bases, each a bit.
  related int,
  objected text[],
  died date,
  asked uuid[],
  held uuid[]
);
-- What was decided of a request. `shown` is the text of a JSON list without its brackets: [outcome, basis, group] each.
create type access.decided as (
  shown text,
  died jsonb,
  permitted uuid[],
  bases text[],
  version text,
  decision text
);
-- What was decided of a unit: the groups of children, each the text of a JSON list, and every request.
create type access.verdicts as (
  groups text[],
  decided access.decided[]
);

-- Every basis there is, in the order of the code: written by hub migrate. A set of them is a number, of that many bits.
alter table ctx.setting add column bases text[] not null default '{}' check (cardinality(bases) <= 30);

-- Sealed sets are no more.
drop function if exists ctx.remember(text, text, text, text, bigint, uuid[]);
drop function if exists ctx.remember_links(text, bigint, uuid[]);
drop function if exists ctx.linkable();
drop function if exists ctx.linked_shown(uuid[]);
drop function if exists access.open(text, text, jsonb);
drop function if exists access.decide_person(jsonb, text[], jsonb);
drop function if exists access.decide_system(jsonb, jsonb);
drop function if exists access.children_of(jsonb, text[], jsonb, name);
drop function if exists access.found(jsonb, text[], jsonb, name);
drop function if exists access.enter(jsonb);
