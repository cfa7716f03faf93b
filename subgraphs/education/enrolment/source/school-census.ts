import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { EnrolmentFact } from './fact.js';
import { map } from './map.js';
import { parse, type SchoolCensusFields } from './parse.js';

/** Schools' rolls: `hub ingest school-census FILE…`. */
export const schoolCensus: SourceFormat<SchoolCensusFields, EnrolmentFact> = {
  name: 'school-census',
  columns,
  parse,
  map,
  identityOf: ({ urn, from }, pupil) => `${pupil}\0${urn}\0${from}`,
};
