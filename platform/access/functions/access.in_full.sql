-- The children whom one request of a unit shows in full, each with the basis and with the facets that are open besides.
create or replace function access.in_full(v access.verdicts, request int) returns table (child text, basis text, facets text[])
language plpgsql immutable as $$
begin
  return query
    select g.child, s.one ->> 1, array(select jsonb_array_elements_text(coalesce(s.one -> 3, '[]')) f order by f)
    from jsonb_array_elements(('[' || (v.decided[request]).shown || ']')::jsonb) s(one)
    cross join lateral jsonb_array_elements_text(v.groups[(s.one ->> 2)::int + 1]::jsonb) g(child)
    where s.one ->> 0 = 'FULL';
end $$;
