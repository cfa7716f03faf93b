-- What a system may open: whatever its key’s operations name, for the children its batch names.
create function before.decide_system(c jsonb, requests jsonb) returns table (n bigint, request jsonb, subjects jsonb, asked uuid[], permitted uuid[], verdicts jsonb, bases text[], version text, decision text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from jsonb_array_elements(requests) r
      where not (c -> 'operations') ?
        (concat_ws(':', r ->> 'holder', r ->> 'operation', case when r ->> 'act' = 'WRITE' then 'WRITE' end)))
    or exists (select from jsonb_array_elements(requests) r where jsonb_array_length(r -> 'keys') > 1000) then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  return query
    select x.n, x.r, k.subjects, k.asked,
      (select coalesce(array_agg(distinct h.held), '{}') from before.linked(k.asked) h
        where x.r ->> 'act' = 'WRITE' or not exists (select from access.forgotten f where f.child_id = h.held)),
      (select coalesce(jsonb_agg(jsonb_build_array(i, 'FULL', 'SYSTEM')), '[]') from unnest(k.asked) i),
      array['SYSTEM'], 'system'::text, 'SYSTEM'::text
    from jsonb_array_elements(requests) with ordinality x(r, n)
    join access.domain d on d.domain = x.r ->> 'holder'
    cross join lateral before.children_of(c, '{}', x.r, d.schema_name) k
    order by x.n;
end $$;
