-- Where consumers have got to is looked at by access.feeds_behind, too: of the tables that are there already.
reset role;
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass named, pg_get_userbyid(c.relowner) owner
    from access.domain d join pg_namespace n on n.nspname = d.schema_name join pg_class c on c.relnamespace = n.oid
    where c.relname = 'event_position' and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'behind')
  loop
    execute format('set local role %I', t.owner);
    execute format('create policy behind on %s for select to {{prefix}}_access using (true)', t.named);
    execute format('grant select on %s to {{prefix}}_access', t.named);
    set local role none;
  end loop;
end $$;
set local role {{owner}};
