-- The children that one request of a unit asks for.
create or replace function access.asked_by(a access.asked, request int) returns uuid[]
language plpgsql immutable as $$
begin
  -- Nearly always every request asks for them all.
  if cardinality(a.combinations) = 1 and a.combinations[1] = a.of_sets[request] then return a.children; end if;
  return array(
    select k.child from unnest(a.children, a.sets) k(child, of_sets)
    where a.of_sets[request] = any (string_to_array(a.combinations[k.of_sets], ',')));
end $$;
