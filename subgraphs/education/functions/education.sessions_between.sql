-- owner: {{prefix}}_maintain
-- The sessions of a school year from one day up to another, that one not included, a bit a session;
-- none where the second is not after the first.
create or replace function education.sessions_between(the_from date, until date, first_week date) returns bit(530)
language sql immutable as $$
  select ((~ 0::bit(530)) >> education.sessions_before(the_from, first_week)) & ~ ((~ 0::bit(530)) >> education.sessions_before(until, first_week))
$$;
