-- What a sender is told of a file is work, not meaning: a digest leaves it out, so that it can say of a correction that it
-- restored the state. It names every fault of a line, also two by one rule, and says whether the whole record was refused.

-- The tables that are there already, each as its owner.
reset role;
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass reject, pg_get_userbyid(c.relowner) owner,
      (select k.conname from pg_constraint k where k.conrelid = c.oid and k.contype = 'u') one_a_rule
    from pg_class c where c.relname = 'reject' and c.relkind = 'r' and pg_get_userbyid(c.relowner) like '{{prefix}}\_%'
  loop
    execute format('set local role %I', t.owner);
    execute format('alter table %s add column whole boolean not null default true, drop constraint %I, add unique (source, file, line, rule, reason)',
      t.reject, t.one_a_rule);
    set local role none;
  end loop;
end $$;
set local role {{owner}};
