reset role;
drop function social_care.subjects(text, text[]);
set local role {{owner}};
drop table social_care.social_worker_presence, social_care.allocation, social_care.care_plan, social_care.status_interval,
  social_care.event_position, social_care.reject, social_care.source_receipt, social_care.idempotency, social_care.outbox;
