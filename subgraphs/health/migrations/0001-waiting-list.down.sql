reset role;
drop function health.subjects(text, text[]);
set local role {{owner}};
drop table health.waiting_list_change, health.waiting_list_entry, health.provider, health.event_position, health.reject,
  health.source_receipt, health.idempotency, health.outbox;
