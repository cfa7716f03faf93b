import { randomUUID } from 'node:crypto';
import type { Writing } from '../../../platform/db/write-unit.js';

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

interface Standing {
  readonly id: string;
  readonly childId: string;
  readonly version: number;
  readonly raisedAt: Date;
}

const candidateTable = {
  table: 'partnership.match_candidate',
  columns: { review_id: 'uuid', child_id: 'uuid', score: 'float8', evidence: 'text[]' },
  key: ['review_id', 'child_id'],
};

/** The open reviews of these records, off the queue whole: their candidates of before are not this unit's to see. */
async function takenOff(writing: Writing, children: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const before: Standing[] = await writing.query(
    `delete from partnership.match_review where state = 'OPEN' and child_id = any ($1::uuid[])
     returning id, child_id as "childId", version, raised_at as "raisedAt"`,
    [children],
  );
  return new Map(before.map((one) => [one.childId, one]));
}

/**
 * Puts records on the review queue, inside an open unit. A record has one open review: where it is weighed again, the
 * candidates found now take the place of those found before.
 */
export async function raiseReviews(writing: Writing, reviews: readonly NewReview[]): Promise<RaisedReview[]> {
  if (reviews.length === 0) return [];
  const standing = await takenOff(
    writing,
    reviews.map(({ childId }) => childId),
  );
  const rows = reviews.map(({ childId, source, sourceKey, kind, ruleVersion }) => ({
    id: standing.get(childId)?.id ?? randomUUID(),
    child_id: childId,
    source,
    source_key: sourceKey,
    kind,
    rule_version: ruleVersion,
    raised_at: standing.get(childId)?.raisedAt ?? null,
    version: (standing.get(childId)?.version ?? 0) + 1,
  }));
  await writing.query(
    `insert into partnership.match_review (id, child_id, source, source_key, kind, rule_version, raised_at, version)
     select id, child_id, source, source_key, kind, rule_version, coalesce(raised_at, now()), version
     from jsonb_to_recordset($1) x(id uuid, child_id uuid, source text, source_key text, kind text, rule_version text,
       raised_at timestamptz, version int)`,
    [JSON.stringify(rows)],
  );
  const idOf = new Map(rows.map((row) => [row.child_id, row.id]));
  const candidates = reviews.flatMap(({ childId, candidates: found }) =>
    found.map((one) => ({
      review_id: idOf.get(childId),
      child_id: one.childId,
      score: one.score,
      evidence: one.evidence,
    })),
  );
  await writing.upsert(candidateTable, candidates);
  return reviews.map(({ childId, candidates: found }) => ({
    id: idOf.get(childId) ?? '',
    children: [childId, ...found.map((one) => one.childId)],
  }));
}
