-- The child that a key of a domain's own leads to, as the domain's rows have it: null where it leads to nobody. For what the
-- database itself decides by a fact; nothing is permitted by it.
create or replace function access.leads_to(the_domain text, kind text, key text) returns uuid
language plpgsql stable as $$
declare
  child uuid;
begin
  execute format('select s.child_id from %I.subjects($1, $2) s',
    (select d.schema_name from access.domain d where d.domain = the_domain)) into child using kind, array[key];
  return child;
end $$;
