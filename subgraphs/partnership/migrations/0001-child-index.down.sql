reset role;
drop function partnership.keyed_hash(text), partnership.candidates(text[], text[], text[], text[]);
set local role {{owner}};
drop table partnership.hash_key, partnership.source_record, partnership.identifier, partnership.child,
  partnership.event_position, partnership.reject, partnership.source_receipt, partnership.idempotency, partnership.outbox;
