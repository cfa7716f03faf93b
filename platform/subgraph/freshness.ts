import type { SourceFacts } from '../db/source-facts.repository.js';
import type { DomainRecord } from '../vocabulary/domain-record.js';

/**
 * A record's freshness, not waited for: graphql-js waits for a field's promise itself, so that what is asked for below
 * the record goes out in the same turn as the record's own read.
 */
export function freshnessOf(facts: Promise<SourceFacts>): Pick<DomainRecord, 'asAt' | 'stale' | 'sources'> {
  const of = <Value>(read: (known: SourceFacts) => Value): Value => {
    const later = facts.then(read);
    later.catch(() => undefined);
    return later as Value;
  };
  return { asAt: of(({ asAt }) => asAt), stale: of(({ stale }) => stale), sources: of(({ sources }) => [...sources]) };
}
