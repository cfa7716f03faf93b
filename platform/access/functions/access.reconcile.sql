-- Whether what a domain's history says, what was audited and what others were told agree: every transaction that wrote steps
-- wrote an audit row by which it might, of as many children at least, and an event for each of them. A domain that keeps
-- such a history says so by a function {schema}.steps_written(), owned by {{prefix}}_maintain. Events that have been heard by
-- all and dropped are not missed: those from the oldest that is left on are looked for. Each asking is written down.
create or replace function access.reconcile(the_schema name) returns table (steps bigint, unaudited bigint, unsaid bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.audit_operator(upper(the_schema), 'audit.reconcile');
  if to_regprocedure(format('%I.steps_written()', the_schema)) is null then return; end if;
  return query execute format($q$
    with written as (select w.xid, w.steps, w.children from %1$I.steps_written() w),
    audited as (
      select u.xid, sum(cardinality(r.permitted)) children
      from access.audit_unit u cross join lateral unnest(u.requests) r
      where u.domain = $1 and r.act = 'WRITE' and u.xid in (select xid from written) group by u.xid),
    said as (select o.xid, count(distinct o.child_id) children from %1$I.outbox o group by o.xid)
    select coalesce(sum(w.steps), 0)::bigint,
      coalesce(sum(w.steps) filter (where coalesce(a.children, 0) < w.children), 0)::bigint,
      coalesce(sum(w.steps) filter (where coalesce(s.children, 0) < w.children
        and w.xid >= (select min(xid) from said)), 0)::bigint
    from written w left join audited a using (xid) left join said s using (xid) $q$, the_schema)
  using upper(the_schema);
end $$;
grant execute on function access.reconcile(name) to {{prefix}}_maintain;
