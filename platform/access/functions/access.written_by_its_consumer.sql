-- Where a consumer has got to: each consumer's own, to read and to write; and looked at by access.feeds_behind.
create or replace function access.written_by_its_consumer(the_table regclass, holder text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy own on %s to %I using (''system:'' || consumer in (select unnest(ctx.system())))
    with check (''system:'' || consumer in (select unnest(ctx.system())))', the_table, '{{prefix}}_' || lower(holder));
  execute format('create policy behind on %s for select to {{prefix}}_access using (true)', the_table);
  execute format('grant select on %s to {{prefix}}_access', the_table);
end $$;
