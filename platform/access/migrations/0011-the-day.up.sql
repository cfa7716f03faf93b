-- The day is the hub's: today in England or, in development and tests, the day that hub migrate was told (HUB_TODAY), so
-- that an example of November can be asked in March. Moments of an audit row, a voucher or a look-up stay the clock's own.

alter table ctx.setting add column day date;

-- The day that was told; null where days go by as they do.
create function ctx.told_day() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select s.day from ctx.setting s);
end $$;

-- Today, in England: for facts that hold from a day to a day.
create function ctx.today() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select s.day from ctx.setting s), (now() at time zone 'Europe/London')::date);
end $$;

-- This moment of the hub's day: for relationships, memberships and agreements, which may end within a day.
create function ctx.now() returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select (s.day + (now() at time zone 'Europe/London')::time) at time zone 'Europe/London' from ctx.setting s), now());
end $$;

revoke execute on function ctx.told_day(), ctx.today(), ctx.now() from public;
grant execute on function ctx.told_day(), ctx.today(), ctx.now() to {{prefix}}_maintain;

-- Every function that asks for a day asks the hub's. Each keeps its text but for those words.
do $$
declare
  f record;
  told text;
begin
  for f in
    select p.oid, p.proname, pg_get_functiondef(p.oid) said from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('access', 'ctx') and p.prokind = 'f' and p.proname not in ('told_day', 'today', 'now')
  loop
    told := replace(replace(replace(f.said, 'valid @> now()', 'valid @> (select ctx.now())'), 'current_date', '(select ctx.today())'),
      'tstzrange(now(), now() + interval', 'tstzrange(ctx.now(), ctx.now() + interval');
    told := replace(told, 'greatest(now(), lower(re.valid))', 'greatest((select ctx.now()), lower(re.valid))');
    if told <> f.said then execute told; end if;
  end loop;
end $$;

-- A day begins at midnight in England, whatever zone a session keeps its moments in.
alter function access.relate(text, text, jsonb) set timezone = 'Europe/London';
