import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { compare } from '../matching/comparison.js';
import { evidenceOf, forReview, type Judgement, linkFrom, type MatchRule, reviewFrom } from '../matching/judge.js';
import type { Known } from '../matching/known.js';
import { type CommonnessOf, weighPair } from '../matching/weigh-pair.js';
import { expectedWeights, type Weights } from '../matching/weights.js';
import { knownEvidence, type Said } from './held-record.js';
import { followNumbers } from './follow-numbers.js';
import { identifierKey } from './person-key.js';

/** A child the evidence may be about, as every source so far has described them. */
export interface Candidate {
  /** The id the child is shown by. */
  readonly childId: string;
  readonly records: readonly Said[];
}

/** A child that a person is asked about. */
export interface Suggestion {
  readonly childId: string;
  /** That it is the child: 0 to 1. */
  readonly score: number;
  /** What speaks for and against, in words without any value. */
  readonly evidence: readonly string[];
}

export type ReviewKind = 'UNCERTAIN' | 'TWIN' | 'CONFLICT';

/** Whose record it is: a child already known, one that a person has to choose, or a new one. */
export type Decision =
  | {
      readonly kind: 'LINK';
      readonly childId: string;
      readonly rule: string;
      readonly probability: number;
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'REVIEW'; readonly reviewKind: ReviewKind; readonly candidates: readonly Suggestion[] }
  | { readonly kind: 'NEW' };

/** Decides whose record this is, from the evidence and the candidates alone. */
export interface Resolver {
  decide(evidence: PersonEvidence, candidates: readonly Candidate[]): Decision;
}

/** What one child comes to, over all its records. */
interface Weighed extends Suggestion {
  readonly judgement: Judgement;
}

// A second child this near to the first is not for a rule to leave aside.
const clearMargin = 0.1;
const mostSuggested = 5;

const reviewKinds: Readonly<Partial<Record<MatchRule, ReviewKind>>> = {
  'possible-twin': 'TWIN',
  'two-nhs-numbers': 'CONFLICT',
  'two-upns': 'CONFLICT',
  'one-number-two-people': 'CONFLICT',
};

function sharesSocialCareId(one: PersonEvidence, other: PersonEvidence): boolean {
  const held = new Set(other.identifiers.filter(({ type }) => type === 'SOCIAL_CARE_ID').map(identifierKey));
  return one.identifiers.some((identifier) => held.has(identifierKey(identifier)));
}

/** Weighs records against records, with how common each name is among those held. */
export class WeighingResolver implements Resolver {
  constructor(
    private readonly weights: Weights = expectedWeights(1000),
    private readonly commonness: CommonnessOf = () => null,
  ) {}

  decide(evidence: PersonEvidence, candidates: readonly Candidate[]): Decision {
    const weighed = candidates
      .flatMap((candidate) => this.weigh(evidence, candidate) ?? [])
      .filter(({ score }) => score >= reviewFrom)
      .sort((a, b) => b.score - a.score || (a.childId < b.childId ? -1 : 1));
    const [best, second] = weighed;
    if (!best) return { kind: 'NEW' };
    const { band, rule, probability } = best.judgement;
    const clear =
      !second || best.score - second.score >= clearMargin || (isSure(rule) && !isSure(second.judgement.rule));
    if (band === 'link' && probability >= linkFrom && clear) {
      return { kind: 'LINK', childId: best.childId, rule, probability, evidence: best.evidence };
    }
    const suggestions = weighed
      .slice(0, mostSuggested)
      .map(({ childId, score, evidence: words }) => ({ childId, score, evidence: words }));
    return { kind: 'REVIEW', reviewKind: reviewKinds[rule] ?? 'UNCERTAIN', candidates: suggestions };
  }

  /** The child's best record speaks for it, unless another of its records speaks against. */
  private weigh(said: PersonEvidence, { childId, records }: Candidate): Weighed | null {
    const [evidence = said, ...others] = followNumbers([said, ...records]);
    const mine = knownEvidence(evidence);
    const all = others.map((record) => this.pair(evidence, mine, record));
    const best = all.reduce<(typeof all)[number] | null>(
      (surest, one) => (!surest || one.judgement.probability > surest.judgement.probability ? one : surest),
      null,
    );
    if (!best) return null;
    // One of the child's records would be this person's, another has an NHS number of its own: they may be two already.
    if (all.some(({ judgement }) => judgement.rule === 'two-nhs-numbers')) {
      const judgement = forReview('two-nhs-numbers', best.judgement.probability);
      const words = evidenceOf(best.levels, judgement.rule);
      return best.judgement.band === 'link'
        ? { childId, score: judgement.probability, judgement, evidence: words }
        : null;
    }
    const doubtful = all.find(({ judgement, levels: [given] }) => judgement.rule === 'possible-twin' && given === 5);
    const { judgement, levels } = best.judgement.band === 'link' && doubtful ? doubtful : best;
    return { childId, score: judgement.probability, judgement, evidence: evidenceOf(levels, judgement.rule) };
  }

  private pair(evidence: PersonEvidence, mine: Known, record: Said) {
    const levels = compare(mine, knownEvidence(record));
    const by = { weights: this.weights, common: this.commonness };
    const judgement = weighPair(mine, knownEvidence(record), levels, by);
    if (!sharesSocialCareId(evidence, record)) return { levels, judgement };
    return { levels, judgement: bySocialCareId(judgement, evidence, record, levels) };
  }
}

const isSure = (rule: MatchRule): boolean => rule !== 'weights' && reviewKinds[rule] === undefined;

/**
 * The council's own number, in a file of another of its services. A plan for an unborn child keeps its number when the
 * child is born: a missing date is not another date.
 */
function bySocialCareId(
  judgement: Judgement,
  one: PersonEvidence,
  other: PersonEvidence,
  [given, family]: Uint8Array,
): Judgement {
  if (judgement.band === 'link' || judgement.rule === 'two-nhs-numbers') return judgement;
  const datesAgree = one.dateOfBirth === null || other.dateOfBirth === null || one.dateOfBirth === other.dateOfBirth;
  const probability = Math.max(judgement.probability, 0.9995);
  if (datesAgree && given !== 5 && family !== 5) return { rule: 'social-care-id', band: 'link', probability };
  return { rule: 'one-number-two-people', band: 'review', probability: Math.max(judgement.probability, reviewFrom) };
}
