-- Rows of a table under row-level security (access.secure) that only some of those see who see the table's tier: `facet` is an
-- expression of the row, the facet it stands under, or null where it stands under the tier alone; `facets` all that it can
-- become. Called by the table's owner, in place of the policy that access.secure made for reading.
create or replace function access.secure_facets(the_table regclass, holder text, about text, tier text, facet text, facets text[],
  condition text default 'true') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  app name := '{{prefix}}_' || lower(holder);
  reads name := 'read_' || lower(about || '_' || tier);
begin
  execute format('drop policy %I on %s', reads, the_table);
  execute format('create policy %I on %s for select to %I using ((%s) and case when %s is null
      then child_id in (select unnest(ctx.permitted(%L, %L, %L, %L)))
      else (child_id, %s) in (select s.child_id, s.facet from ctx.permitted_facets(%L, %L, %L, %L) s) end)',
    reads, the_table, app, condition, facet, holder, about, tier, 'READ', facet, holder, about, tier, facets);
end $$;
