import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { RecordedReview } from './feed/review-changes.js';
import { RiskReviewRow } from './risk-review.row.js';

const shown = Columns.of(RiskReviewRow).only('reviewedOn', 'interventions', 'pupilWords', 'recordedAt', 'actorRole');
const recorded = Columns.of(RiskReviewRow).only('id', 'reviewedOn', 'recordedAt');
const added = Columns.of(RiskReviewRow).without('id', 'recordedAt');

/** A review as a read brings it back, with the child it was asked for by. */
export interface StoredRiskReview extends RowOf<typeof shown> {
  readonly childId: string;
}

const ofChildren = {
  name: 'education_risk_reviews_of_children',
  text: `select k.asked as "childId", ${shown.select('r')}
    from ctx.keys($1) k join education.risk_review r on r.child_id = k.held
    order by r.reviewed_on, r.recorded_at, r.id`,
  parse: shown.parser<StoredRiskReview>(),
};

const recordedOf = {
  name: 'education_recorded_reviews_of_children',
  text: `select k.asked as "childId", k.held as "recordId", ${recorded.select('r')}
    from ctx.keys($1) k join education.risk_review r on r.child_id = k.held`,
  parse: recorded.parser<RecordedReview & { readonly childId: string }>(),
};

/** What was recorded of children at risk of exclusion. */
export class RiskReviewRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredRiskReview>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /** That reviews were recorded, without what they say: for the system that keeps what changed. */
  recordedOf(permit: Permit, children: readonly string[]): Promise<SeenChildren<RecordedReview>> {
    return this.unit.read(permit, children, { ...recordedOf, values: [children] });
  }

  /** How many are held of a child from a day on; until the transaction ends nobody adds another to any of the child's records. */
  async count(writing: Writing, childId: string, since: string): Promise<number> {
    await writing.query(
      `select pg_advisory_xact_lock(h.key) from (
         select distinct hashtextextended('education.risk_review ' || k.held, 0) as key from ctx.keys($1) k order by 1 offset 0) h`,
      [[childId]],
    );
    const [found] = await writing.query<{ readonly held: number }>(
      `select count(*)::int as held from ctx.keys($1) k join education.risk_review r on r.child_id = k.held
        where r.reviewed_on >= $2`,
      [[childId], since],
    );
    return found?.held ?? 0;
  }

  async add(writing: Writing, review: RowOf<typeof added>): Promise<void> {
    await writing.query(added.insertion, [added.json([review])]);
  }
}
