-- owner: {{prefix}}_maintain
-- The text of a statement's source: the slices of one cohort ($1) in the weeks from $2 to $3 as they are believed now, of one
-- school ($5) alone where it is not null, added up by term where no slice of the term lies outside those weeks. No term begins
-- more than 160 days before its last week.
create or replace function virtual_school.cohort_terms() returns text
language sql immutable as $$
  select '(with term as materialized (
      select term_begins, min(first_week) first_week, max(last_week) last_week,
        bool_and(first_week >= $2 and last_week <= $3) whole
      from virtual_school.cohort_session_term
      where cohort = $1 and term_begins > $2 - 160 and term_begins <= $3 + 2 group by term_begins)
    select c.child_id, c.first_week week_beginning, school_urn, team, phase, sen_provision, free_school_meals, possible, attended,
      believed_from
    from term t join virtual_school.cohort_session_term c on c.cohort = $1 and c.term_begins = t.term_begins
    where t.whole and ($5 is null or school_urn = $5)
    union all
    select child_id, week_beginning, school_urn, team, phase, sen_provision, free_school_meals, possible, attended, believed_from
    from term t join virtual_school.cohort_session_week c on c.cohort = $1
      and c.week_beginning between greatest(t.first_week, $2) and least(t.last_week, $3)
    where not t.whole and ($5 is null or school_urn = $5)) c'
$$;
