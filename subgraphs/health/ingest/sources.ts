import type { IngestSource } from '../../../platform/ingest/ingest-source.js';
import type { WaitingListFact } from './waiting-list/fact.js';
import type { WaitingListFields } from './waiting-list/parse.js';
import { providerRecords } from './waiting-list/provider-records.js';
import { waitingList } from './waiting-list/waiting-list.js';
import { listedEntries, write } from './waiting-list/write.js';

const waitingListSource: IngestSource<WaitingListFields, WaitingListFact> = {
  format: waitingList,
  records: providerRecords,
  tiers: ['T3'],
  expectedEvery: '7 days',
  // As many as one request opens: each entry of a batch is a key.
  batch: { people: 500, facts: 1000 },
  alsoOf: listedEntries,
  write,
};

/** What health takes in. */
export function healthSources(): readonly IngestSource[] {
  // It is handed only what its own format made, which its type no longer says from here on.
  return [waitingListSource] as readonly unknown[] as readonly IngestSource[];
}
