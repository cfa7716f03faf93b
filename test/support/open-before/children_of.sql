-- The children a request is about: named, listed from relationships, searched for, or found from keys of another kind.
create function before.children_of(c jsonb, g text[], request jsonb, schema_name name, out asked uuid[], out subjects jsonb) returns record
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if request ? 'from' then
    select coalesce(array_agg(child), '{}') into asked from (
      select distinct coalesce(a.canonical, re.child_id) child from access.relationship re
      left join access.child_alias a on a.held = re.child_id
      where re.grantee = any (g) and re.valid @> (select ctx.now())
        and re.basis in (select jsonb_array_elements_text(request -> 'from' -> 'bases'))
        and (request -> 'from' ->> 'grantee' is null or re.grantee = request -> 'from' ->> 'grantee')
        and (request -> 'from' ->> 'after' is null or coalesce(a.canonical, re.child_id) > (request -> 'from' ->> 'after')::uuid)
      order by child limit least(coalesce((request -> 'from' ->> 'limit')::int, 100), 5000)) found;
  elsif request ->> 'kind' = 'search' then
    select coalesce(array_agg(f.child), '{}'), coalesce(jsonb_agg(jsonb_build_array(f.place::text, f.child)), '[]')
      into asked, subjects from before.found(c, g, request, schema_name) f;
  elsif coalesce(request ->> 'kind', 'child') = 'child' then
    -- A key of another shape is nobody's.
    select coalesce(array_agg(distinct k::uuid), '{}') into asked from jsonb_array_elements_text(request -> 'keys') k
      where k ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  else
    execute format('select coalesce(array_agg(distinct child), %L), coalesce(jsonb_agg(jsonb_build_array(id, child)), %L)
      from (select s.id, coalesce(a.canonical, s.child_id) child from %I.subjects($1, $2) s
        left join access.child_alias a on a.held = s.child_id) found', '{}', '[]', schema_name)
      into asked, subjects
      using request ->> 'kind', array(select jsonb_array_elements_text(request -> 'keys'));
  end if;
end $$;
