import type { SourceFacts } from '../db/source-facts.repository.js';
import type { DomainRecord } from '../vocabulary/domain-record.js';

/** What every domain's record says of its own age: facts of its sources, never of the child. */
export type RecordAge = Pick<DomainRecord, 'asAt' | 'stale' | 'sources'>;

export const ageOf = ({ asAt, stale, sources }: SourceFacts): RecordAge => ({ asAt, stale, sources: [...sources] });
