reset role;
drop function virtual_school.subjects(text, text[]);
set local role {{owner}};
drop table virtual_school.kept_week, virtual_school.kept_interval, virtual_school.pep, virtual_school.event_position,
  virtual_school.reject, virtual_school.source_receipt, virtual_school.idempotency, virtual_school.outbox;
