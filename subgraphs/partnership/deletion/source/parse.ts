import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One request for a deletion, as written. */
export type DeletionFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads lists of records that their sources ask to be deleted. */
export const parse = csvParser({ source: 'deletions', columns });
