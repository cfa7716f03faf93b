-- Thirty look-ups a minute a person, by number and by name together, each key one.
create function before.count_look_ups(c jsonb, asked_now integer) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if asked_now = 0 then return; end if;
  -- Sent side by side, they would not count each other.
  perform pg_advisory_xact_lock(hashtextextended('look-up ' || (c ->> 'sub'), 0));
  if asked_now + (select coalesce(sum(greatest(cardinality(a.subjects), 1)), 0) from before.audit a
      where a.actor = c ->> 'sub' and a.kind in ('identifier', 'search') and a.at > clock_timestamp() - interval '1 minute') > 30 then
    raise exception 'too many look-ups' using errcode = 'HUB30';
  end if;
end $$;
