-- The transaction that a step was written in, so that it can be found with the audit row and the event of the same one. Of
-- steps from before nobody knows it.
alter table health.waiting_list_change add column xid bigint;
alter table health.waiting_list_change alter column xid set default pg_current_xact_id()::text::bigint;
create index waiting_list_change_xid on health.waiting_list_change (xid);
