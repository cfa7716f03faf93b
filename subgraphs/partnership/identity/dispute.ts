import { compare } from '../matching/comparison.js';
import { evidenceOf, forReview } from '../matching/judge.js';
import { type HeldRecord, knownEvidence } from './held-record.js';
import type { KnownChildren } from './known-children.js';
import { underOneNumber } from './number-claim.js';
import type { Doubtful } from './resolution.js';
import type { Decision, Suggestion } from './resolve.js';

const rule = 'one-number-two-people';

const disputes = ({ claim, deletedOn }: HeldRecord): boolean => deletedOn === null && claim?.state === 'DISPUTED';

/**
 * What a person is asked of a record whose number another person came under, too: whether it is that person. Null where
 * nobody else lays claim to the number any more, or a person has said already that they are two.
 */
export function disputeOf(childId: string, known: KnownChildren): Doubtful | null {
  const mine = known.of(childId).filter((one) => one.childId === childId && disputes(one));
  const others = mine.flatMap((one) => known.given({ source: one.source, sourceKey: one.claim?.number ?? '' }));
  const rivals = [...others, ...mine.flatMap((one) => known.ofOtherFiles(one))].filter(
    (other) =>
      disputes(other) &&
      !known.isClosed(other.childId) &&
      mine.some((one) => underOneNumber(one, other, known.sources)),
  );
  const candidates = new Map(
    rivals
      .filter((other) => known.shown(other.childId) !== known.shown(childId) && !known.areApart(childId, other.childId))
      .map((other) => {
        const levels = compare(knownEvidence(mine[0] ?? other), knownEvidence(other));
        const shown = known.shown(other.childId);
        return [shown, { childId: shown, score: forReview(rule, 0).probability, evidence: evidenceOf(levels, rule) }];
      }),
  );
  const [first] = mine;
  if (!first || candidates.size === 0) return null;
  const { source, sourceKey } = first;
  return { childId, source, sourceKey, kind: 'REVIEW', reviewKind: 'CONFLICT', candidates: [...candidates.values()] };
}

/** Those who came under the number, and whoever else a person would have been asked about. */
export function together(rivals: readonly Suggestion[], decision: Decision | null): readonly Suggestion[] {
  const known = new Set(rivals.map(({ childId }) => childId));
  const others = decision?.kind === 'REVIEW' ? decision.candidates : [];
  return [...rivals, ...others.filter(({ childId }) => !known.has(childId))];
}
