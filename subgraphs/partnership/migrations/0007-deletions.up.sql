-- Why a source asked for its record to be deleted, beside the day it was.
alter table partnership.source_record
  add deleted_because text check (deleted_because in ('ENTERED_IN_ERROR', 'ERASURE_REQUEST', 'RETENTION_ENDED'));
