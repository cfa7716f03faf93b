-- The children of these keys, each once. A key that is no id as ids are written is nobody's.
create or replace function access.children_named(keys text[]) returns uuid[]
language plpgsql immutable as $$
declare
  ids uuid[];
begin
  ids := keys::uuid[];
  -- Written otherwise (in capitals, in braces), it is a key of another shape.
  if ids::text[] = keys then return array(select distinct i from unnest(ids) i); end if;
  raise exception 'a key of another shape' using errcode = 'invalid_text_representation';
exception when invalid_text_representation then
  return array(select distinct k::uuid from unnest(keys) k where k ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
end $$;
