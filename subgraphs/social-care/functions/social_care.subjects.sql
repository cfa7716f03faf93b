-- owner: {{prefix}}_maintain
-- Social care has no keys of its own kind: a child is always asked for by the child's id.
create or replace function social_care.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select null::text, null::uuid where false
$$;
grant execute on function social_care.subjects(text, text[]) to {{prefix}}_access;
