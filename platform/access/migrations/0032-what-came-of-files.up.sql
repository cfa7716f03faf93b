-- What came of the files of each source that came last: how much was in them, and how much of it could not be taken. Until now
-- the lines alone were kept. And any domain may say that what is of no child changed.

-- The domains that are there already, each as its owner; those to come are furnished with it.
reset role;
do $$
declare
  d record;
begin
  for d in
    select a.domain, a.schema_name, a.app_role, pg_get_userbyid(c.relowner) owner
    from access.domain a join pg_namespace n on n.nspname = a.schema_name join pg_class c on c.relnamespace = n.oid
    where c.relname = 'reject' and c.relkind = 'r'
  loop
    execute format('set local role %I', d.owner);
    execute format('alter table %I.outbox alter column child_id drop not null', d.schema_name);
    execute format('create table %I.source_delivery (source text primary key, delivered_at timestamptz not null, files text[] not null,
      received int not null check (received >= 0), rejected int not null check (rejected between 0 and received))', d.schema_name);
    execute format('grant select, insert, update, delete on %I.source_delivery to %I', d.schema_name, d.app_role);
    execute format('grant select on %I.source_delivery to {{prefix}}_maintain', d.schema_name);
    perform access.written_by_systems(format('%I.source_delivery', d.schema_name)::regclass, d.domain, d.domain || ':ingest:WRITE');
    execute format('create policy tells on %I.reject for select to %I using ((select ctx.system_does(%L)))',
      d.schema_name, d.app_role, d.domain || ':quality-feed');
    set local role none;
  end loop;
end $$;
set local role {{owner}};
