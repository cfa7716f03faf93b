-- What the opening kept under a seal: here two tables, for whoever compares. Rows go with the transaction that wrote them.
create sequence before.audit_seq;
create table before.audit (
  seq bigint not null default nextval('before.audit_seq'),
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
  kind text not null,
  subjects text[],
  asked uuid[] not null,
  permitted uuid[] not null,
  decision text not null check (decision in ('PERMITTED', 'SILENT', 'REFUSED', 'SYSTEM')),
  bases text[] not null,
  policy_version text,
  request_id text not null
);

-- The permitted sets of the transaction; opened again, what was permitted before stays so.
create table before.permitted_set (holder text, about text, tier text, act text, ids uuid[] not null, primary key (holder, about, tier, act));
create function before.remember(holder text, about text, tier text, act text, ids uuid[]) returns void
language sql as $$
  insert into before.permitted_set as s (holder, about, tier, act, ids) values (holder, about, tier, act, ids)
  on conflict on constraint permitted_set_pkey do update set ids = s.ids || excluded.ids
$$;

-- The ids the unit was opened for, whatever the domain and tier: what its links may be told of.
create table before.link (id uuid not null);
create function before.remember_links(ids uuid[]) returns void
language sql as $$
  insert into before.link select unnest(ids)
$$;
