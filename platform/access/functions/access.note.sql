-- Writes one audit row of one request beside those that access.open writes, and answers its number. `speaker` names who
-- acts as claims do: sub, name, org, role, purpose, rid; exported, where what is asked is kept as a file.
create or replace function access.note(speaker jsonb, the_domain text, entry access.audited, stands_for int default null)
returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into access.audit_unit (domain, tag, actor, actor_name, organisation, role, purpose, request_id, requests, look_ups, times,
    exported)
  values (the_domain, sha256(convert_to(current_setting('hub.tag', true), 'UTF8')), speaker ->> 'sub', speaker ->> 'name',
    speaker ->> 'org', speaker ->> 'role', speaker ->> 'purpose', speaker ->> 'rid', array[entry],
    case when entry.kind in ('identifier', 'search') then greatest(cardinality(entry.subjects), 1) else 0 end, stands_for,
    speaker ? 'exported')
  returning seq
$$;
