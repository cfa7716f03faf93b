-- The children this transaction may see (or change) of one domain and tier; empty when nothing was opened. `holder` is
-- the domain whose tables are read, `about` the domain whose facts they are: they differ where a domain keeps a copy of
-- another's facts. Where a unit asked twice, what either was given: an id may stand there twice.
--
-- The audit row is the permit. A row counts that this very transaction wrote for the caller who speaks now, and that still
-- stands. Whatever a setting is made to say, a row of another transaction, of another caller, or one that was rolled back,
-- permits nothing.
create or replace function ctx.permitted(holder text, about text, tier text, act text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  units constant bigint[] := access.units();
begin
  return array(
    select i
    from access.audit_unit u cross join lateral unnest(u.requests) r cross join lateral unnest(r.permitted) i
    where u.domain = permitted.holder and u.seq = any (units) and u.xid = pg_current_xact_id_if_assigned()
      and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8'))
      and r.about = permitted.about and r.tier = permitted.tier
      -- Whoever may change a row sees the row being changed.
      and (r.act = permitted.act or r.act = 'WRITE'));
end $$;
grant execute on function ctx.permitted(text, text, text, text) to {{prefix}}_maintain;
