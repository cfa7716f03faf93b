-- owner: {{prefix}}_maintain
-- The children that keys of other kinds belong to, for access.open, which permits and audits them before any row is read:
-- an entry by its id, a listed entry by the provider's own name of it ('provider|reference'), and what a file and the hub say
-- differently of an entry, by the conflict's id. Everybody who waits for a service of a provider, or of any ('service|provider').
-- And for access.relate, the child of a new entry by whom its referral relates
-- the child to and for which reason ('provider|entry/reference').
--
-- Each kind is a statement of its own: as one, an entry's key was planned together with everybody who waits for a service,
-- and PostgreSQL started two further processes to look up one row.
create or replace function health.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  uuids constant text := '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
begin
  case kind
    when 'waiting-list-entry' then
      return query select e.id::text, e.child_id from health.waiting_list_entry e
        where e.id = any (array(select i::uuid from unnest(ids) i where i ~ uuids));
    when 'listed-entry' then
      return query select i, e.child_id from unnest(ids) i
        join health.waiting_list_entry e on e.provider_ods = split_part(i, '|', 1) and e.entry_ref = substr(i, strpos(i, '|') + 1);
    when 'new-entry' then
      return query select i, e.child_id from unnest(ids) i
        join health.waiting_list_entry e
          on e.provider_ods = split_part(i, '|', 1) and e.entry_ref = substr(i, strpos(i, '|entry/') + 7)
        where e.status = 'REFERRED';
    when 'entry-conflict' then
      return query select c.id::text, c.child_id from health.entry_conflict c
        where c.id = any (array(select i::uuid from unnest(ids) i where i ~ uuids));
    when 'service' then
      return query select i, e.child_id from unnest(ids) i
        join health.waiting_list_entry e
          on e.service = split_part(i, '|', 1) and e.provider_ods = coalesce(nullif(split_part(i, '|', 2), ''), e.provider_ods);
    else
      return;
  end case;
end $$;
grant execute on function health.subjects(text, text[]) to {{prefix}}_access;
