-- What access.open writes before anything is read. No audit row, no data.

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

create trigger append_only before update or delete on access.audit for each row execute function access.append_only();
