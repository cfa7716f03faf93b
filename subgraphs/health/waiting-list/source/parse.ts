import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One entry of a waiting list, as written. */
export type WaitingListFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads providers' waiting lists. */
export const parse = csvParser({ source: 'waiting-list', columns });
