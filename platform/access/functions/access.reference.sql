-- Reference data about organisations, never about a child: readable by its domain, written by systems alone. Called by the
-- table's owner.
create or replace function access.reference(the_table regclass, holder text, verbs text default 'select, insert, update, delete') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to %I', verbs, the_table, '{{prefix}}_' || lower(holder));
  execute format('grant select on %s to {{prefix}}_maintain', the_table);
  perform access.written_by_systems(the_table, holder, holder || ':%:WRITE');
end $$;
