-- How much of the truth this transaction may be told of a cube, asked this very question: WHOLE, OWN_SCHOOL, OWN_PROVIDER or
-- SUPPRESSED; null where it did not open the question, or was refused. Every cube's function asks it first. As with ctx.permitted, the
-- audit row is the permit: one that this very transaction wrote for the caller who speaks now, and that holds the question's
-- own text, so that nothing else is answered than what is written down.
create or replace function ctx.entitled(holder text, cube text, question text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  units constant bigint[] := access.units();
begin
  return (
    select r.bases[1]
    from access.audit_unit u cross join lateral unnest(u.requests) r
    where u.domain = entitled.holder and u.seq = any (units) and u.xid = pg_current_xact_id_if_assigned()
      and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8'))
      and r.act = 'AGGREGATE' and r.operation = entitled.cube and r.decision = 'PERMITTED'
      and entitled.question = any (r.subjects)
    limit 1);
end $$;
grant execute on function ctx.entitled(text, text, text) to {{prefix}}_maintain;
