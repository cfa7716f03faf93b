import { randomUUID } from 'node:crypto';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { MatchCandidateRow } from './match-candidate.row.js';
import { MatchReviewRow } from './match-review.row.js';

/** A record that may be of a child already known. */
export interface NewReview {
  /** The record's own id. */
  readonly childId: string;
  readonly source: string;
  readonly sourceKey: string;
  readonly kind: 'UNCERTAIN' | 'TWIN' | 'CONFLICT';
  readonly ruleVersion: string;
  readonly candidates: readonly {
    readonly childId: string;
    readonly score: number;
    readonly evidence: readonly string[];
  }[];
}

/** A review as it stands in the queue, and every child it is about. */
export interface RaisedReview {
  readonly id: string;
  readonly children: readonly string[];
}

const candidate = Columns.of(MatchCandidateRow);
const review = Columns.of(MatchReviewRow).without('state', 'raisedAt');
const standing = Columns.of(MatchReviewRow).only('id', 'childId', 'raisedAt', 'version');
type Standing = RowOf<typeof standing>;
const asHeld = standing.parser();

/** The open reviews of these records, off the queue whole: their candidates of before are not this unit's to see. */
async function takenOff(writing: Writing, children: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const taken = await writing.query(
    `delete from partnership.match_review r where r.state = 'OPEN' and r.child_id = any ($1::uuid[])
     returning ${standing.select('r')}`,
    [children],
  );
  return new Map(taken.map(asHeld).map((one) => [one.childId, one]));
}

/**
 * Puts records on the review queue, inside an open unit. A record has one open review: where it is weighed again, the
 * candidates found now take the place of those found before.
 */
export async function raiseReviews(writing: Writing, reviews: readonly NewReview[]): Promise<RaisedReview[]> {
  if (reviews.length === 0) return [];
  const before = await takenOff(
    writing,
    reviews.map(({ childId }) => childId),
  );
  const rows = reviews.map((one) => ({
    ...one,
    id: before.get(one.childId)?.id ?? randomUUID(),
    raisedAt: before.get(one.childId)?.raisedAt ?? null,
    version: (before.get(one.childId)?.version ?? 0) + 1,
  }));
  await writing.query(
    `insert into partnership.match_review (raised_at, ${review.names()})
     select coalesce(x."raisedAt", now()), ${review.values('x')}
     from jsonb_to_recordset($1) x("raisedAt" timestamptz, ${review.recordset})`,
    [JSON.stringify(rows)],
  );
  const idOf = new Map(rows.map((row) => [row.childId, row.id]));
  await writing.upsert(
    candidate,
    rows.flatMap(({ id: reviewId, candidates: found }) => found.map((one) => ({ ...one, reviewId }))),
  );
  return reviews.map(({ childId, candidates: found }) => ({
    id: idOf.get(childId) ?? '',
    children: [childId, ...found.map((one) => one.childId)],
  }));
}
