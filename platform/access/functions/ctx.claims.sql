-- The verified caller of this transaction; an empty object when nobody was verified.
create or replace function ctx.claims() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claims text := current_setting('hub.claims', true);
  tag text := current_setting('hub.tag', true);
begin
  if coalesce(claims, '') = '' or coalesce(tag, '') = '' then return '{}'; end if;
  return ctx.verify(claims, tag);
exception when invalid_authorization_specification then
  return '{}';
end $$;
grant execute on function ctx.claims() to {{prefix}}_maintain;
