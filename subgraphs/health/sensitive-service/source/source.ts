import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { sensitiveServices } from '../sensitive-service.repository.js';
import {
  type SensitiveServiceFact,
  type SensitiveServiceFields,
  sensitiveServiceFormat,
} from './sensitive-services.js';

/** Which services are not named outside health: comes when there is cause. */
export const sensitiveServiceSource: IngestSource<SensitiveServiceFields, SensitiveServiceFact> = {
  format: sensitiveServiceFormat,
  records: null,
  tiers: ['T3'],
  expectedEvery: null,
  // A file may be about everybody who waits for a service, and a unit is opened for them all.
  batch: { people: 10, facts: 10 },
  alsoOf: (facts) => ({
    kind: 'service',
    keys: facts.map(({ service, providerOds }) => `${service}|${providerOds ?? ''}`),
  }),
  /** Who keeps a copy of who works with a child, or of what must be told of it, hears of it, and asks again. */
  async write(writing, records) {
    const rows = records.flatMap(({ facts }) => facts);
    const written = await sensitiveServices.keep(writing, rows);
    if (written > 0) {
      const waiting = await sensitiveServices.whoWaits(writing, rows);
      for (const topic of ['waiting-list-entry-changed', 'child-not-brought']) await writing.emit(topic, waiting);
    }
    return { written, unchanged: rows.length - written };
  },
};
