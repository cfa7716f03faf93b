-- owner: {{prefix}}_maintain
-- No key of education but a child's own is asked for yet: access.open calls this for keys of every other kind.
create or replace function education.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select null::text, null::uuid where false
$$;
grant execute on function education.subjects(text, text[]) to {{prefix}}_access;
