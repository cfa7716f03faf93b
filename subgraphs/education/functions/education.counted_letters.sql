-- owner: {{prefix}}_maintain
-- The letters of a packed week that are attended, authorised and unauthorised absence: as school-week/counted-letters.ts has
-- them, with which a test compares them. A letter means one thing for good, so that what was kept by it stays right.
create or replace function education.counted_letters() returns text[]
language sql immutable as $$
  select array['/\LKVPWBJ', 'CabEIjMRSTH', 'GNOU']
$$;
