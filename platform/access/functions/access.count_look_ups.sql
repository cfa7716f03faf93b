-- Thirty look-ups a minute a person, by number and by name together: enough to work, too few to try out. Raises HUB30
-- beyond them.
create or replace function access.count_look_ups(c jsonb, asked_now int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  since constant timestamptz := clock_timestamp() - interval '1 minute';
begin
  if asked_now = 0 then return; end if;
  -- Sent side by side, they would not count each other.
  perform pg_advisory_xact_lock(hashtextextended('look-up ' || (c ->> 'sub'), 0));
  if asked_now
    + (select coalesce(sum(u.look_ups), 0) from access.audit_unit u
      where u.actor = c ->> 'sub' and u.look_ups > 0 and u.at > since)
    + (select coalesce(sum(greatest(cardinality(a.subjects), 1)), 0) from access.audit_by_request a
      where a.actor = c ->> 'sub' and a.kind in ('identifier', 'search') and a.at > since) > 30 then
    raise exception 'too many look-ups' using errcode = 'HUB30';
  end if;
end $$;
