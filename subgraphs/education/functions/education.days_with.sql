-- owner: {{prefix}}_maintain
-- Of the sessions of a school year, the days that have any: a bit at the first session of each.
create or replace function education.days_with(sessions bit(530)) returns bit(530)
language sql immutable as $$
  select (sessions | (sessions << 1)) & repeat('10', 265)::bit(530)
$$;
