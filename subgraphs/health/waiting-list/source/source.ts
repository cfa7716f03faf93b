import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import type { WaitingListFact } from './fact.js';
import { layoutsKept } from './layout/provider-layout.repository.js';
import { parserUnder, type WaitingListFields } from './parse.js';
import { providerRecords } from './provider-records.js';
import { waitingList } from './waiting-list.js';
import { listedEntries, write } from './write.js';

/** A provider's waiting list, agreed to come weekly. */
export const waitingListSource: IngestSource<WaitingListFields, WaitingListFact> = {
  format: waitingList,
  formatKept: async (lookUp) => ({ ...waitingList, parse: parserUnder(await layoutsKept(lookUp)) }),
  records: providerRecords,
  tiers: ['T3'],
  expectedEvery: '7 days',
  // As many as one request opens: each entry of a batch is a key.
  batch: { people: 500, facts: 1000 },
  alsoOf: listedEntries,
  write,
};
