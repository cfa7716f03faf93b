-- Of some children, each with facets, those whom a request of a unit shows in full too, with the facets that it opens as well.
create or replace function access.common_to(common jsonb, v access.verdicts, request int) returns jsonb
language plpgsql immutable as $$
begin
  return (
    select coalesce(jsonb_object_agg(f.child, array(
      select o from jsonb_array_elements_text(common -> f.child) o where o = any (f.facets) order by o)), '{}')
    from access.in_full(v, request) f where common ? f.child);
end $$;
