import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One row of a calendar, as written. */
export type CalendarFields = CsvFields<(typeof columns)[number]['name']>;

export const parseRows = csvParser({ source: 'school-calendar', columns });
