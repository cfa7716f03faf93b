import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One personal education plan, as written. */
export type PepFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads virtual schools' lists of personal education plans. */
export const parse = csvParser({ source: 'peps', columns });
