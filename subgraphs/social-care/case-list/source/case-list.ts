import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { AllocationFact } from './fact.js';
import { map } from './map.js';
import { parse, type CaseListFields } from './parse.js';

/** Councils' case lists: `hub ingest case-list FILE…`. */
export const caseList: SourceFormat<CaseListFields, AllocationFact> = {
  name: 'case-list',
  columns,
  parse,
  map,
  identityOf: ({ workerId, from }, child) => `${child}\0${workerId}\0${from}`,
  spanOf: ({ workerId, from, until }, child) => ({ of: `${child}\0${workerId}`, days: { from, until } }),
};
