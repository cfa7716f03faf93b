import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One suspension, as written. */
export type SuspensionFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads files of suspensions. */
export const parse = csvParser({ source: 'suspensions', columns });
