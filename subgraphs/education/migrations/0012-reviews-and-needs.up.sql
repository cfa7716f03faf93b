-- What follows a suspension or exclusion, as the school tells it: that the council was told, and what came of its review.
alter table education.suspension
  add column council_told_on date,
  add column reviewed_on date,
  -- The published code of what came of it.
  add column review_result text,
  add column reinstated_on date,
  -- Whether an independent panel heard somebody who knows special educational needs.
  add column sen_expert boolean,
  add check (reviewed_on >= started_on),
  add check (reinstated_on >= started_on),
  add check (review_result is null or reviewed_on is not null);

-- The needs a roll shows are kept with the days since when, oldest first: [{"codes", "from"}]. Those held of before are known
-- since the provision that they are shown with at the earliest.
alter table education.enrolment
  alter column needs drop default,
  alter column needs type jsonb using jsonb_build_array(jsonb_build_object('codes', to_jsonb(needs),
    'from', coalesce(sen_provisions -> -1 ->> 'from', entry_on::text))),
  alter column needs set default '[]';
