import type { IngestSource } from '../../../../../platform/ingest/ingest-source.js';
import { keepStandards } from './standard.repository.js';
import { type StandardFact, type StandardFields, waitingStandards } from './waiting-standards.js';

/** What waits are measured against: comes when there is cause. */
export const waitingStandardSource: IngestSource<StandardFields, StandardFact> = {
  format: waitingStandards,
  records: null,
  tiers: ['T3'],
  expectedEvery: null,
  // A row may be about everybody who waits for a service, and a unit is opened for them all.
  batch: { people: 10, facts: 10 },
  alsoOf: (facts) => ({ kind: 'service', keys: facts.map(({ service, provider }) => `${service}|${provider ?? ''}`) }),
  async write(writing, records) {
    const facts = records.flatMap(({ facts: own }) => own);
    const written = await keepStandards(writing, facts);
    return { written, unchanged: facts.length - written };
  },
};
