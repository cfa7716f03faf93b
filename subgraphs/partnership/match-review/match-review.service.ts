import { Permit } from '../../../platform/access/permit.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from '../child/child.policy.js';
import { toReview, toSourceRecord } from './match-review.mapper.js';
import { matchReviewPolicy } from './match-review.policy.js';
import type { MatchReviewRepository } from './match-review.repository.js';
import type { MatchReview, SourceRecord } from './match-review.type.js';
import type { SourceRecordRepository } from './source-record.repository.js';

const mostReviews = 100;

/** What waits for a person, and what each source says of a child. */
export class MatchReviewService {
  private readonly records: Batch<SourceRecord[]>;
  private readonly versions: Batch<number | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly reviews: MatchReviewRepository,
    private readonly recordRepository: SourceRecordRepository,
  ) {
    this.records = batch(
      (ids) => this.fetchRecords(ids),
      () => [],
    );
    this.versions = batch(
      (ids) => this.fetchVersions(ids),
      () => null,
    );
  }

  /** One page of the queue, the oldest first. A review of a child who may not be seen is not in it at all. */
  async open(first: number, after: string | null): Promise<MatchReview[]> {
    if (first < 1 || first > mostReviews) throw new InvalidInput('first must be from 1 to 100.');
    if (after !== null && !isSurrogateId(after)) throw new InvalidInput('after must be the id of a review.');
    const permit = Permit.for(this.scope.caller, matchReviewPolicy, { tier: 'T3', operation: 'matchReviews' });
    const { rows, childOf, withheld } = await this.reviews.open(permit, `${String(first)}|${after ?? ''}`);
    const { role } = this.scope.caller.claims;
    return rows.filter(({ id }) => childOf.has(id) && !withheld.has(id)).map((row) => toReview(row, role));
  }

  /** Every source's version of who a child is, the eldest first. */
  sourceRecords(childId: string): Promise<SourceRecord[]> {
    return this.records.load(childId);
  }

  /** How often it was decided which records are the child's; null where there is none to be seen. */
  recordsVersion(childId: string): Promise<number | null> {
    return this.versions.load(childId);
  }

  /** Begins to fetch what will be asked for, in the child's own turn. */
  foreseeRecords(childId: string): void {
    this.records.load(childId).catch(() => undefined);
  }

  foreseeVersion(childId: string): void {
    this.versions.load(childId).catch(() => undefined);
  }

  private async fetchRecords(ids: readonly string[]): Promise<Map<string, SourceRecord[]>> {
    const permit = Permit.for(this.scope.caller, matchReviewPolicy, { tier: 'T3', operation: 'child.sourceRecords' });
    const { rows, verdicts } = await this.recordRepository.ofChildren(permit, ids.filter(isSurrogateId));
    const { role } = this.scope.caller.claims;
    const seen = groupBy(
      rows.filter(({ childId }) => verdicts.has(childId)),
      ({ childId }) => childId,
    );
    return new Map([...seen].map(([id, own]) => [id, own.map(({ record }) => toSourceRecord(record, role))]));
  }

  private async fetchVersions(ids: readonly string[]): Promise<Map<string, number>> {
    const permit = Permit.for(this.scope.caller, childPolicy, { tier: 'T1', operation: 'child' });
    const { rows, verdicts } = await this.recordRepository.versions(permit, ids.filter(isSurrogateId));
    return new Map(rows.flatMap(({ childId, version }) => (verdicts.has(childId) ? [[childId, version]] : [])));
  }
}
