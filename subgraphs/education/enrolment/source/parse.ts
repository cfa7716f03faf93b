import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One pupil on a roll, as written. */
export type SchoolCensusFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads school-census style pupil files. */
export const parse = csvParser({ source: 'school-census', columns });
