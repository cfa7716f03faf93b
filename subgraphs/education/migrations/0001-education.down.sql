reset role;
drop function education.subjects(text, text[]);
set local role {{owner}};
drop table education.attendance_week, education.enrolment, education.school, education.event_position, education.reject,
  education.source_receipt, education.idempotency, education.outbox;
