import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from '../child/child.policy.js';
import { toReview, toSourceRecord } from './match-review.mapper.js';
import { matchReviewPolicy } from './match-review.policy.js';
import type { MatchReviewRepository } from './match-review.repository.js';
import type { MatchReview, SourceRecord } from './match-review.type.js';
import type { RecordOfChild, RecordsVersion, SourceRecordRepository } from './source-record.repository.js';

const mostReviews = 100;

/**
 * What waits for a person, and what each source says of a child. Whose a record is, is judged by all of it: in part it is
 * not told.
 */
export class MatchReviewService {
  private readonly records: RecordReader<RecordOfChild, readonly SourceRecord[]>;
  private readonly versions: RecordReader<RecordsVersion, number | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly reviews: MatchReviewRepository,
    records: SourceRecordRepository,
  ) {
    const { caller } = scope;
    this.records = new RecordReader(scope, {
      permit: Permit.for(caller, matchReviewPolicy, { tier: 'T3', operation: 'child.sourceRecords' }),
      read: (permit, ids) => records.ofChildren(permit, ids),
      tell: (seen) => wholeOrNothing(seen).map(({ record }) => toSourceRecord(record, seen.facets)),
      untold: [],
    });
    this.versions = new RecordReader(scope, {
      permit: Permit.for(caller, childPolicy, { tier: 'T1', operation: 'child' }),
      read: (permit, ids) => records.versions(permit, ids),
      tell: (seen) => wholeOrNothing(seen)[0]?.version ?? null,
      untold: null,
    });
  }

  /** One page of the queue, the oldest first. A review of a child who may not be seen whole is not in it at all. */
  async open(first: number, after: string | null): Promise<MatchReview[]> {
    if (first < 1 || first > mostReviews) throw new InvalidInput('first must be from 1 to 100.');
    if (after !== null && !isSurrogateId(after)) throw new InvalidInput('after must be the id of a review.');
    const permit = Permit.for(this.scope.caller, matchReviewPolicy, { tier: 'T3', operation: 'matchReviews' });
    const page = await this.reviews.open(permit, `${String(first)}|${after ?? ''}`);
    return page.map(toReview);
  }

  /** One review, decided ones too; null where there is none whose children may all be seen whole. */
  async one(id: string): Promise<MatchReview | null> {
    const permit = Permit.for(this.scope.caller, matchReviewPolicy, { tier: 'T3', operation: 'matchReview' });
    const found = await this.reviews.one(permit, isSurrogateId(id) ? [id] : []);
    return found ? toReview(found) : null;
  }

  /** Every source's version of who a child is, the eldest first. */
  async sourceRecords(childId: string): Promise<SourceRecord[]> {
    return [...(await this.records.of(childId))];
  }

  /** How often it was decided which records are the child's; null where there is none to be seen. */
  recordsVersion(childId: string): Promise<number | null> {
    return this.versions.of(childId);
  }
}
