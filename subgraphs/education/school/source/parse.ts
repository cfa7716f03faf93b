import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { columns } from './columns.js';

/** One establishment of the register, as written. */
export type GiasFields = CsvFields<(typeof columns)[number]['name']>;

/** Reads the register's download. It is windows-1252; a file saved again as UTF-8 with a byte order mark is taken too. */
export const parse = csvParser({ source: 'gias', columns, encoding: 'windows-1252' });
