-- A table that its domain reads and systems alone write: those with an operation of this shape. Called by its owner.
create or replace function access.written_by_systems(the_table regclass, holder text, operation text, readable boolean default true) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app constant name := '{{prefix}}_' || lower(holder);
  says constant text := format('(select ctx.system_does(%L))', operation);
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy maintain on %s for select to {{prefix}}_maintain using (true)', the_table);
  execute format('create policy reads on %s for select to %I using (%s)', the_table, app, case when readable then 'true' else says end);
  execute format('create policy adds on %s for insert to %I with check (%s)', the_table, app, says);
  execute format('create policy changes on %s for update to %I using (%s) with check (%s)', the_table, app, says, says);
  execute format('create policy removes on %s for delete to %I using (%s)', the_table, app, says);
end $$;
