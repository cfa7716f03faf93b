-- owner: {{prefix}}_maintain
-- The text of a statement's source: every suspension that counts for a cohort, as is believed now or, where `as_at`, as it was
-- at $4.
create or replace function virtual_school.cohort_suspensions(as_at boolean) returns text
language sql immutable as $$
  select case when as_at then
    '(select child_id, cohort, week_beginning, school_urn, team, phase, sen_provision, free_school_meals, sessions
      from virtual_school.cohort_suspension where believed_from <= $4
      union all
      select child_id, cohort, week_beginning, school_urn, team, phase, sen_provision, free_school_meals, sessions
      from virtual_school.cohort_suspension_past where believed_from <= $4 and believed_until > $4)'
  else 'virtual_school.cohort_suspension' end
$$;
