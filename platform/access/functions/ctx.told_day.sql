-- The day that was told (see ctx.today); null where days go by as they do.
create or replace function ctx.told_day() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select s.day from ctx.setting s);
end $$;
grant execute on function ctx.told_day() to {{prefix}}_maintain;
