import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { SchoolFact } from './fact.js';
import { map } from './map.js';
import { parse, type GiasFields } from './parse.js';

/** The establishment register, Get Information about Schools: `hub ingest gias FILE…`. */
export const gias: SourceFormat<GiasFields, SchoolFact> = {
  name: 'gias',
  columns,
  parse,
  map,
  identityOf: ({ urn }) => urn,
};
