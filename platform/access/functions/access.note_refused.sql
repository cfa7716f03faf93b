-- Writes that the caller was refused these fields by scope (schema coordinates, Type.field, never a value): what the
-- gateway refuses reaches no domain, and would leave no trace. False, and nothing is written, where the caller has sixty
-- such rows in this domain within a minute already: a flood writes no more.
create or replace function access.note_refused(claims text, tag text, the_domain text, fields text[], the_act text, how_often int)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  since constant timestamptz := clock_timestamp() - interval '1 minute';
begin
  if not exists (select from access.domain d where d.domain = the_domain and pg_has_role(session_user, d.app_role, 'MEMBER'))
    -- A system has no scopes to be refused for: it is held to its operations.
    or (c ->> 'system')::boolean
    or coalesce(cardinality(fields), 0) not between 1 and 50
    or exists (select from unnest(fields) f where f !~ '^[_A-Za-z][_A-Za-z0-9]{0,99}\.[_A-Za-z][_A-Za-z0-9]{0,99}$')
    or the_act not in ('READ', 'WRITE') or how_often < 1 then
    raise exception 'not a refusal of this domain''s' using errcode = '42501';
  end if;
  -- Sent side by side, they would not count each other.
  perform pg_advisory_xact_lock(hashtextextended('refused ' || the_domain || ' ' || (c ->> 'sub'), 0));
  if (select count(*) from access.audit_unit u
      where u.domain = the_domain and u.actor = c ->> 'sub' and u.times is not null and u.at > since)
    + (select count(*) from access.audit_by_request a
      where a.domain = the_domain and a.actor = c ->> 'sub' and a.kind = 'field' and a.at > since) >= 60 then
    return false;
  end if;
  perform access.note(c, the_domain, row(the_domain, 'EXISTENCE', the_act, 'gateway.scope', 'field', fields, '{}', '{}',
    'REFUSED', '{}', 'scopes'), how_often);
  return true;
end $$;
