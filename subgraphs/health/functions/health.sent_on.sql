-- owner: {{prefix}}_maintain
-- Whether a step of an entry of the verified caller's own organisation sends its child on to this service of this provider:
-- for the rule of who may add an entry. By a function, because the history's own rule asks for its entry. Of anybody else's
-- entry it says no.
create or replace function health.sent_on(entry uuid, child uuid, service text, provider text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from health.waiting_list_change c join health.waiting_list_entry e on e.id = c.entry_id
    where c.entry_id = entry and c.child_id = child and c.to_status = 'REDIRECTED'
      and c.redirect_to = sent_on.service and c.redirect_provider = provider
      and e.provider_ods = (select ctx.claims() ->> 'org'))
$$;
grant execute on function health.sent_on(uuid, uuid, text, text) to {{prefix}}_health;
