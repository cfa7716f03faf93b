-- The children a request is about that does not name them: found from keys of another kind by the domain that has them, or
-- listed from the caller's relationships, or those of a page of a domain's own list, or sought. Whatever leads to a child
-- leads to the id the child is shown by. A list as long as its limit says so by a key of its own, `more`, which leads to
-- nobody: it may go on, whoever of it is shown.
create or replace function access.children_of(who access.caller, request jsonb, schema_name name, out asked uuid[], out subjects jsonb)
language plpgsql as $$
declare
  most constant int := least(coalesce((request -> 'from' ->> 'limit')::int, 100), 5000);
begin
  if request ? 'from' and request ->> 'kind' <> 'child' then
    select p.asked, p.subjects into asked, subjects from access.page_of(who, request, schema_name) p;
  elsif request ? 'from' then
    select coalesce(array_agg(child), '{}') into asked from (
      select distinct coalesce(a.canonical, re.child_id) child from access.relationship re
      left join access.child_alias a on a.held = re.child_id
      where re.grantee = any (who.grantees) and re.valid @> who.moment
        and re.basis in (select jsonb_array_elements_text(request -> 'from' -> 'bases'))
        and (request -> 'from' ->> 'grantee' is null or re.grantee = request -> 'from' ->> 'grantee')
        and (request -> 'from' ->> 'after' is null or coalesce(a.canonical, re.child_id) > (request -> 'from' ->> 'after')::uuid)
      order by child limit most) found;
    if most > 0 and cardinality(asked) = most then subjects := '[["more", null]]'; end if;
  elsif request ->> 'kind' = 'search' then
    select coalesce(array_agg(f.child), '{}'), coalesce(jsonb_agg(jsonb_build_array(f.place::text, f.child)), '[]')
      into asked, subjects from access.found(who, request, schema_name) f;
  else
    execute format('select coalesce(array_agg(distinct child), %L), coalesce(jsonb_agg(jsonb_build_array(id, child)), %L)
      from (select s.id, coalesce(a.canonical, s.child_id) child from %I.subjects($1, $2) s
        left join access.child_alias a on a.held = s.child_id) found', '{}', '[]', schema_name)
      into asked, subjects
      using request ->> 'kind', array(select jsonb_array_elements_text(request -> 'keys'));
  end if;
end $$;
