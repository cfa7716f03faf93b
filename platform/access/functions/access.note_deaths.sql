-- Notes when children died, each under a record's own id; without a day, that none is known any longer. Only the
-- partnership's own systems say so, and only of children their unit was opened to change.
create or replace function access.note_deaths(the_tier text, rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not coalesce((ctx.claims() ->> 'system')::boolean, false)
    or not access.may_change('PARTNERSHIP', the_tier, array(select x.child_id from jsonb_to_recordset(rows) x(child_id uuid))) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  delete from access.death e using jsonb_to_recordset(rows) x(child_id uuid, died_on date)
    where e.child_id = x.child_id and x.died_on is null;
  insert into access.death as e (child_id, died_on)
    select distinct on (x.child_id) x.child_id, x.died_on from jsonb_to_recordset(rows) x(child_id uuid, died_on date)
    where x.died_on is not null order by x.child_id, x.died_on
  on conflict (child_id) do update set died_on = excluded.died_on where e.died_on <> excluded.died_on;
end $$;
grant execute on function access.note_deaths(text, jsonb) to {{prefix}}_partnership;
