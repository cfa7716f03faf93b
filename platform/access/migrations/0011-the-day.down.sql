-- The functions go on asking, and are answered by the clock alone.
create or replace function ctx.told_day() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return null;
end $$;
create or replace function ctx.today() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (now() at time zone 'Europe/London')::date;
end $$;
create or replace function ctx.now() returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return now();
end $$;
alter table ctx.setting drop column day;
alter function access.relate(text, text, jsonb) reset timezone;
