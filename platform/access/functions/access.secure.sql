-- Row-level security for a table with a child_id: one set, one tier. Called by the table's owner.
create or replace function access.secure(the_table regclass, holder text, about text, tier text, verbs text default 'select, insert, update, delete',
  condition text default 'true') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app name := '{{prefix}}_' || lower(holder);
  suffix text := lower(about || '_' || tier);
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy %I on %s for select to %I using ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'read_' || suffix, the_table, app, condition, holder, about, tier, 'READ');
  execute format('create policy %I on %s for insert to %I with check ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'add_' || suffix, the_table, app, condition, holder, about, tier, 'WRITE');
  execute format('create policy %I on %s for update to %I using ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'change_' || suffix, the_table, app, condition, holder, about, tier, 'WRITE');
  execute format('create policy %I on %s for delete to %I using ((%s) and child_id in (select unnest(ctx.permitted(%L, %L, %L, %L))))',
    'remove_' || suffix, the_table, app, condition, holder, about, tier, 'WRITE');
  if not exists (select from pg_policy where polrelid = the_table and polname = 'maintain') then
    execute format('create policy maintain on %s for select to {{prefix}}_maintain using (true)', the_table);
    execute format('grant select on %s to {{prefix}}_maintain', the_table);
  end if;
  execute format('grant %s on %s to %I', verbs, the_table, app);
end $$;
