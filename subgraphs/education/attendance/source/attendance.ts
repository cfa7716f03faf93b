import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { SessionMarksFact } from './fact.js';
import { map } from './map.js';
import { parse, type AttendanceFields } from './parse.js';

/** Schools' registers: `hub ingest attendance FILE…`. */
export const attendance: SourceFormat<AttendanceFields, SessionMarksFact> = {
  name: 'attendance',
  columns,
  parse,
  map,
  ofManyDays: true,
  identityOf: ({ urn, date }, pupil) => `${pupil}\0${urn}\0${date}`,
};
