-- The children this transaction may see (or change) of one domain and tier; empty when nothing was opened. `holder` is
-- the domain whose tables are read, `about` the domain whose facts they are: they differ where a domain keeps a copy of
-- another's facts.
--
-- The audit row is the permit. The setting hub.units only says where to look: a row counts that this very transaction
-- wrote for the caller who speaks now, and that still stands. Whatever a setting is made to say, a row of another
-- transaction, of another caller, or one that was rolled back, permits nothing.
create or replace function ctx.permitted(holder text, about text, tier text, act text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  hint constant text := current_setting('hub.units', true);
  requests access.audited[];
  r access.audited;
  ids uuid[] := '{}';
begin
  -- What somebody wrote there that is no list of numbers is nobody's.
  if hint is null or hint !~ '^\{[0-9]{1,18}(,[0-9]{1,18})*\}$' then return ids; end if;
  if coalesce(current_setting('hub.reopened', true), '') = '' then
    -- Nearly every unit is opened once, and has one row a holder.
    select u.requests into requests from access.audit_unit u
    where u.domain = permitted.holder and u.seq = any (hint::bigint[]) and u.xid = pg_current_xact_id_if_assigned()
      and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8'));
  else
    requests := array(
      select q from access.audit_unit u cross join lateral unnest(u.requests) q
      where u.domain = permitted.holder and u.seq = any (hint::bigint[]) and u.xid = pg_current_xact_id_if_assigned()
        and u.tag = sha256(convert_to(current_setting('hub.tag', true), 'UTF8')));
  end if;
  foreach r in array coalesce(requests, '{}') loop
    -- Whoever may change a row sees the row being changed.
    if r.about = permitted.about and r.tier = permitted.tier and (r.act = permitted.act or r.act = 'WRITE') then
      ids := case when ids = '{}' then r.permitted else array(select unnest(ids) union select unnest(r.permitted)) end;
    end if;
  end loop;
  return ids;
end $$;
