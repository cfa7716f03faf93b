import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { WaitingListFact } from './fact.js';
import { map } from './map.js';
import { parserUnder, type WaitingListFields } from './parse.js';

/** Health providers' waiting lists: `hub ingest waiting-list FILE…`. */
export const waitingList: SourceFormat<WaitingListFields, WaitingListFact> = {
  name: 'waiting-list',
  columns,
  parse: parserUnder([]),
  map,
  // An entry is there once, whoever it is listed as.
  identityOf: ({ providerOds, entryRef }) => `${providerOds}\0${entryRef}`,
};
