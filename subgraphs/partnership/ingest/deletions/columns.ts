import type { Column } from '../../../../platform/ingest/record.js';

/** One row a record that its source asks to be deleted. Our own format: UTF-8. */
export const columns = [
  {
    name: 'source',
    required: true,
    meaning:
      'The source: school-census:URN (its registers too), waiting-list:ODS code, or case-list: cin-census: ssda903: peps: with the local authority code',
    example: 'waiting-list:ZQ1',
  },
  {
    name: 'source_key',
    required: true,
    meaning:
      'Its own key of the record: UPN, NHS number, or local authority code/child id (peps: the UPN where there is no id); the hash where it has no number',
    example: '9990000018',
  },
  {
    name: 'reason',
    required: true,
    meaning: 'ENTERED_IN_ERROR, ERASURE_REQUEST or RETENTION_ENDED',
    example: 'ENTERED_IN_ERROR',
  },
] as const satisfies readonly Column[];
