import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { upsert } from '../../../platform/db/upsert.js';

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

const candidateTable = {
  table: 'partnership.match_candidate',
  columns: { review_id: 'uuid', child_id: 'uuid', score: 'float8', evidence: 'text[]' },
  key: ['review_id', 'child_id'],
};

/**
 * Puts records on the review queue, inside an open unit. A record has one open review: where it is weighed again, the
 * candidates found now take the place of those found before.
 */
export async function raiseReviews(manager: EntityManager, reviews: readonly NewReview[]): Promise<RaisedReview[]> {
  if (reviews.length === 0) return [];
  const rows = reviews.map(({ childId, source, sourceKey, kind, ruleVersion }) => ({
    id: randomUUID(),
    child_id: childId,
    source,
    source_key: sourceKey,
    kind,
    rule_version: ruleVersion,
  }));
  const raised: { id: string; childId: string }[] = await manager.query(
    `insert into partnership.match_review as held (id, child_id, source, source_key, kind, rule_version)
     select id, child_id, source, source_key, kind, rule_version
     from jsonb_to_recordset($1) x(id uuid, child_id uuid, source text, source_key text, kind text, rule_version text)
     on conflict (child_id) where state = 'OPEN' do update
       set kind = excluded.kind, rule_version = excluded.rule_version, version = held.version + 1
     returning id, child_id as "childId"`,
    [JSON.stringify(rows)],
  );
  const idOf = new Map(raised.map(({ id, childId }) => [childId, id]));
  await manager.query('delete from partnership.match_candidate where review_id = any ($1::uuid[])', [
    [...idOf.values()],
  ]);
  const candidates = reviews.flatMap(({ childId, candidates: found }) =>
    found.map((one) => ({
      review_id: idOf.get(childId),
      child_id: one.childId,
      score: one.score,
      evidence: one.evidence,
    })),
  );
  await upsert(manager, candidateTable, candidates);
  return reviews.map(({ childId, candidates: found }) => ({
    id: idOf.get(childId) ?? '',
    children: [childId, ...found.map((one) => one.childId)],
  }));
}
