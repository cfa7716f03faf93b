-- What an app login may be told, or may write, without a unit that somebody was verified for: nothing about a child, and
-- nothing that a system alone has to say. Until now the links between records answered any login, and the tables of what
-- was received, rejected and heard, and of organisations, could be written by one.

-- Who has signed in: what the hub knows of people until there is a directory. Kept once a day from the claims the gateway
-- verified; nothing of a child. The token's subject alone is what relationships name, so the issuer stands beside it.
create table access.known_person (
  issuer text not null,
  subject text not null,
  name text,
  organisation text,
  role text not null,
  known_since date not null,
  last_seen date not null,
  primary key (subject, issuer)
);
alter table access.known_person enable row level security;
alter table access.known_person force row level security;
create policy decides on access.known_person to {{prefix}}_access using (true) with check (true);

-- The tables that are there already, each as its owner. Whatever its domain may write and has no row-level security is
-- about an organisation.
reset role;
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass named, c.relname, pg_get_userbyid(c.relowner) owner, d.domain
    from access.domain d join pg_namespace n on n.nspname = d.schema_name join pg_class c on c.relnamespace = n.oid
    where c.relkind = 'r' and not c.relispartition and not c.relrowsecurity and has_table_privilege(d.app_role, c.oid, 'insert')
  loop
    execute format('set local role %I', t.owner);
    if t.relname = 'event_position' then
      perform access.written_by_its_consumer(t.named, t.domain);
    else
      perform access.written_by_systems(t.named, t.domain,
        t.domain || case when t.relname in ('source_receipt', 'reject') then ':ingest:WRITE' else ':%:WRITE' end, t.relname <> 'reject');
    end if;
    set local role none;
  end loop;
end $$;
set local role {{owner}};
