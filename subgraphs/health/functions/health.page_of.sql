-- owner: {{prefix}}_maintain
-- Entries of waiting lists in the list's order, the longest since received first, then the hub's own id: for access.open, which
-- decides about their children before any is told of. Of these children, or of all where null; after a place, 'date id', and
-- so many at most. The question says of which services, statuses and provider, and received by which day; all where null.
-- What an entry's row shows to nobody but its provider is another's neither here (health's rule kept_to_provider).
create or replace function health.page_of(kind text, question jsonb, children uuid[], after text, many int)
returns table (id text, child_id uuid, place text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  services constant text[] := array(select jsonb_array_elements_text(nullif(question -> 'services', 'null')));
  statuses constant text[] := array(select jsonb_array_elements_text(nullif(question -> 'statuses', 'null')));
  all_services constant boolean := question ->> 'services' is null;
  all_statuses constant boolean := question ->> 'statuses' is null;
  the_provider constant text := question ->> 'provider';
  received_by constant date := (question ->> 'receivedBy')::date;
  after_day constant date := left(after, 10)::date;
  after_id constant uuid := substr(after, 12)::uuid;
  org constant text := coalesce(ctx.claims() ->> 'org', '');
begin
  if kind <> 'waiting-list-page' then return; end if;
  return query
    select e.id::text, e.child_id, to_char(e.received_on, 'YYYY-MM-DD ') || e.id
    from health.waiting_list_entry e
    where (children is null or e.child_id = any (children))
      and (after is null or (e.received_on, e.id) > (after_day, after_id))
      and (the_provider is null or e.provider_ods = the_provider)
      and (received_by is null or e.received_on <= received_by)
      and (all_services or e.service = any (services)) and (all_statuses or e.status = any (statuses))
      and e.status <> 'ENTERED_IN_ERROR'
      and (not e.confidential or e.provider_ods = org or e.status = 'REFERRED' and health.keeps(org, e.continues_from))
    order by e.received_on, e.id limit many;
end $$;
grant execute on function health.page_of(text, jsonb, uuid[], text, int) to {{prefix}}_access;
