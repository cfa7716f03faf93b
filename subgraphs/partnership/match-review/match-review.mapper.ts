import { Temporal } from 'temporal-polyfill';
import type { Facet } from '../../../platform/vocabulary/facet.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import type { Identifier, PersonName } from '../child/child.type.js';
import { type MatchReview, MatchReviewKind, type SourceRecord } from './match-review.type.js';
import type { StoredRecord, StoredReview } from './stored-review.js';

const kinds: Readonly<Record<StoredReview['kind'], MatchReviewKind>> = {
  UNCERTAIN: MatchReviewKind.UNCERTAIN,
  TWIN: MatchReviewKind.TWIN,
  CONFLICT: MatchReviewKind.CONFLICT,
};

const toTheMillisecond = (instant: string): string =>
  Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 3 });

/** A source's record as shown to one caller. Every field is named: a new column is never shown by accident. */
export function toSourceRecord(stored: StoredRecord, facets: ReadonlySet<Facet>): SourceRecord {
  return {
    id: stored.id,
    source: stored.source,
    name: nameOf(stored),
    dateOfBirth: stored.dateOfBirth,
    postcode: stored.postcode,
    identifiers: stored.identifiers
      // Whether it is right is for the child, whom every source speaks of; one record only says it.
      .map(({ type, value }): Identifier => ({ type: IdentifierType[type], value, verified: false }))
      .filter(({ type }) => facets.has(type)),
    receivedAt: toTheMillisecond(stored.received),
  };
}

const isTheSame = /: the same(?: address| postcode)?\.$/;

/** Of what spoke for and against, the fields that do not say the same. A sentence without a field is of both at once. */
export const differencesIn = (evidence: readonly string[]): string[] =>
  evidence.filter((words) => words.includes(': ') && !isTheSame.test(words));

/** A review as a reviewer sees it. It is of several children, and so carries nothing that is seen of one and not of another. */
export function toReview(stored: StoredReview): MatchReview {
  return {
    id: stored.id,
    kind: kinds[stored.kind],
    record: toSourceRecord(stored.record, new Set()),
    candidates: stored.candidates.map(({ childId, score, evidence }) => ({
      ...{ childId, score, evidence: [...evidence], differences: differencesIn(evidence) },
    })),
    raisedAt: toTheMillisecond(stored.raisedAt),
    source: stored.source,
    state: stored.state,
    version: stored.version,
  };
}

function nameOf({ given, family, preferred, previousFamily, formerFamilies }: StoredRecord): PersonName | null {
  if (given === null && family === null) return null;
  const before = new Set([...(previousFamily === null ? [] : [previousFamily]), ...formerFamilies]);
  return { given, family, preferred, previousFamily: [...before] };
}
