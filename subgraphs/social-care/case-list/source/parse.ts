import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One child and worker of a case list, as written. */
export type CaseListFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads councils' case lists. */
export const parse = csvParser({ source: 'case-list', columns });
