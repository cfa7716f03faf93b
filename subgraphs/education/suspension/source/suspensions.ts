import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { SuspensionFact } from './fact.js';
import { leastSpan } from './least-span.js';
import { map } from './map.js';
import { parse, type SuspensionFields } from './parse.js';

/** Schools' suspensions and permanent exclusions: `hub ingest suspensions FILE…`. */
export const suspensions: SourceFormat<SuspensionFields, SuspensionFact> = {
  name: 'suspensions',
  columns,
  parse,
  map,
  ofManyDays: true,
  identityOf: ({ urn, startedOn, category }, pupil) => `${pupil}\0${urn}\0${startedOn}\0${category}`,
  spanOf: (fact, pupil) => ({ of: `${pupil}\0${fact.urn}`, days: leastSpan(fact) }),
};
