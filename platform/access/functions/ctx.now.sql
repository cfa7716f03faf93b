-- This moment of the hub's day (see ctx.today): for relationships, memberships and agreements, which may end within a day.
create or replace function ctx.now() returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select (s.day + (now() at time zone 'Europe/London')::time) at time zone 'Europe/London' from ctx.setting s), now());
end $$;
grant execute on function ctx.now() to {{prefix}}_maintain;
