-- owner: {{prefix}}_maintain
-- What may be told of waits for services that are not named outside health, of the children whom this transaction may see: that
-- there is one, where it stands, since when and whether the child was not brought. The rest of each row is null, so that a new column is never told by accident.
-- Whoever is shown the entry itself has no need of it.
create or replace function health.unnamed_waits() returns table (entry health.waiting_list_entry, steps health.waiting_list_change[],
  considered bigint)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from health.sensitive_service) then return; end if;
  return query
    select
      jsonb_populate_record(null::health.waiting_list_entry, jsonb_build_object('id', e.id, 'child_id', e.child_id,
        'status', e.status, 'status_on', e.status_on, 'received_on', e.received_on, 'support_while_waiting', '{}'::text[],
        'confidential', false, 'version', e.version)),
      array(
        select jsonb_populate_record(null::health.waiting_list_change, jsonb_build_object('id', c.id, 'entry_id', c.entry_id,
          'child_id', c.child_id, 'from_status', c.from_status, 'to_status', c.to_status, 'effective_on', c.effective_on,
          'recorded_at', c.recorded_at, 'recorded_by', '', 'first_appointment', false, 'properly_offered', false,
          'was_not_brought', c.was_not_brought, 'corrects', c.corrects))
        from health.waiting_list_change c where c.entry_id = e.id order by c.id),
      (select max(r.through) from health.risk_considered r where r.entry_id = e.id)
    from health.waiting_list_entry e
    where e.child_id = any (ctx.permitted('HEALTH', 'HEALTH', 'T3', 'READ'))
      and e.status <> 'ENTERED_IN_ERROR' and not e.confidential
      and health.is_unnamed(e.service, e.provider_ods, e.received_on);
end $$;
grant execute on function health.unnamed_waits() to {{prefix}}_health;
