-- Today, in England: for facts that hold from a day to a day. In development and tests, the day that hub migrate was told
-- (HUB_TODAY), so that an example of November can be asked in March. Moments of an audit row, a voucher or a look-up are
-- the clock's own.
create or replace function ctx.today() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select s.day from ctx.setting s), (now() at time zone 'Europe/London')::date);
end $$;
grant execute on function ctx.today() to {{prefix}}_maintain;
