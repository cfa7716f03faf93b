-- Writes access.ruling from access.rule: of one kind of caller and one kind of fact, the bases in order of preference, the
-- fullest outcome first, and among equals by name, as decide.ts has it; with each the facets it opens. Called by hub migrate
-- whenever it writes the rules.
create or replace function access.compile_rulings() returns void
language sql as $$
  delete from access.ruling;
  insert into access.ruling (role, purpose, about, tier, act, bases, outcomes, agreements, facets, version)
  select role, purpose, about, tier, act, array_agg(basis order by rank, basis), array_agg(outcome order by rank, basis),
    array_agg(agreement order by rank, basis),
    case when bool_or(facets <> '{}') then array_agg(array_to_string(facets, ',') order by rank, basis) end, max(version)
  from (select ru.*, case outcome when 'FULL' then 0 when 'REDACTED' then 1 else 2 end rank from access.rule ru) ranked
  group by role, purpose, about, tier, act
$$;
