-- owner: {{prefix}}_maintain
-- The text of a statement's source: the slices of one cohort ($1) in the weeks from $2 to $3, as they are believed now or, where
-- `as_at`, as they were at $4; of one school ($5) alone where it is not null.
create or replace function virtual_school.cohort_slices(as_at boolean) returns text
language sql immutable as $$
  select case when as_at then
    '(select child_id, week_beginning, school_urn, team, phase, sen_provision, free_school_meals, possible, attended, believed_from
      from virtual_school.cohort_session_week
      where cohort = $1 and week_beginning between $2 and $3 and ($5 is null or school_urn = $5) and believed_from <= $4
      union all
      select child_id, week_beginning, school_urn, team, phase, sen_provision, free_school_meals, possible, attended, believed_from
      from virtual_school.cohort_session_week_past
      where cohort = $1 and week_beginning between $2 and $3 and ($5 is null or school_urn = $5)
        and believed_from <= $4 and believed_until > $4) c'
  else
    '(select * from virtual_school.cohort_session_week
      where cohort = $1 and week_beginning between $2 and $3 and ($5 is null or school_urn = $5)) c'
  end
$$;
