import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { PepFact } from './fact.js';
import { map } from './map.js';
import { parse, type PepFields } from './parse.js';

/** Virtual schools' personal education plans: `hub ingest peps FILE…`. */
export const peps: SourceFormat<PepFields, PepFact> = {
  name: 'peps',
  columns,
  parse,
  map,
  identityOf: ({ term }, child) => `${child}\0${term}`,
};
