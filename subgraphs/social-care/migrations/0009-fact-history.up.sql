-- What was learnt and when, kept from now on: the tables themselves hold what stands. What changed is the past, which those
-- alone are told who plan the child's care, and the virtual school (docs/decisions/0076).
select access.keep_history('social_care', 'SOCIAL_CARE', 'T3');
select access.secure_facets('social_care.fact_history', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}');

create trigger note_status after insert or update or delete on social_care.status_interval
  for each row execute function access.note_fact('STATUS', 'source,source_ref', 'source,status,held_from,held_until');
create trigger note_plan after insert or update or delete on social_care.care_plan
  for each row execute function access.note_fact('PLAN', 'source,source_ref', 'source,kind,started_on,ended_on,next_review_on');
create trigger note_worker after insert or update or delete on social_care.allocation
  for each row execute function access.note_fact('WORKER', 'council,worker_id,held_from', 'worker_name,role,team,held_from,held_until');
