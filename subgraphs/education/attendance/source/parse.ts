import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One pupil's school day, as written. */
export type AttendanceFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads session-mark files. */
export const parse = csvParser({ source: 'attendance', columns });
