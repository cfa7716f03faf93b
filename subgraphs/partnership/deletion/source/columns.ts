import type { Column } from '../../../../platform/ingest/record.js';

/** One row a record that its source asks to be deleted. Our own format: UTF-8. */
export const columns = [
  {
    name: 'source',
    required: true,
    meaning: 'The source of the record and its organisation, with a colon between: see “Whose records”',
    example: 'waiting-list:ZQ1',
  },
  {
    name: 'source_key',
    required: true,
    meaning: 'Its own key of the record, written as stands there',
    example: '9990000018',
  },
  {
    name: 'reason',
    required: true,
    meaning: 'ENTERED_IN_ERROR, ERASURE_REQUEST or RETENTION_ENDED',
    example: 'ENTERED_IN_ERROR',
  },
] as const satisfies readonly Column[];
