-- owner: {{prefix}}_maintain
-- Nothing here is asked for by a key other than a child's.
create or replace function youth_justice.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select null::text, null::uuid where false
$$;
grant execute on function youth_justice.subjects(text, text[]) to {{prefix}}_access;
