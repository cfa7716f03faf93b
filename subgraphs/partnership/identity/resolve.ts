import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { identifierKey, personKey, recordKey } from './person-key.js';

/** A child the evidence may be about, as every source so far has described them. */
export interface Candidate {
  readonly childId: string;
  readonly records: readonly PersonEvidence[];
}

/** Whose record it is: a child already known, with the rule that says so, or a new one. */
export type Decision = { readonly childId: string; readonly rule: string } | { readonly childId: null };

/** Decides whose record this is, from the evidence and the candidates alone. */
export interface Resolver {
  decide(evidence: PersonEvidence, candidates: readonly Candidate[]): Decision;
}

type Says = (evidence: PersonEvidence, candidate: Candidate) => boolean;

const dates = (candidate: Candidate): string[] => candidate.records.flatMap(({ dateOfBirth }) => dateOfBirth ?? []);

function shares(evidence: PersonEvidence, candidate: Candidate, types: readonly string[]): boolean {
  const held = new Set(candidate.records.flatMap(({ identifiers }) => identifiers.map(identifierKey)));
  return evidence.identifiers.some((one) => types.includes(one.type) && held.has(identifierKey(one)));
}

const datesAgree: Says = ({ dateOfBirth }, candidate) => dateOfBirth !== null && dates(candidate).includes(dateOfBirth);

const sameSourceKey: Says = (evidence, { records }) => records.some((one) => recordKey(one) === recordKey(evidence));

const sameNumber: Says = (evidence, candidate) =>
  shares(evidence, candidate, ['NHS_NUMBER', 'UPN']) && datesAgree(evidence, candidate);

// A plan for an unborn child keeps its number when the child is born: a missing date is not another date.
const sameSocialCareId: Says = (evidence, candidate) =>
  shares(evidence, candidate, ['SOCIAL_CARE_ID']) &&
  (evidence.dateOfBirth === null || dates(candidate).length === 0 || datesAgree(evidence, candidate));

const samePerson: Says = (evidence, { records }) => {
  const key = personKey(evidence);
  return key !== null && records.some((one) => personKey(one) === key);
};

const rules: readonly { readonly name: string; readonly says: Says }[] = [
  { name: 'source-key', says: sameSourceKey },
  { name: 'number-and-date-of-birth', says: sameNumber },
  { name: 'social-care-id', says: sameSocialCareId },
  { name: 'name-date-of-birth-postcode', says: samePerson },
];

/**
 * Exact rules, the surest first: the first that points at anyone decides. Where it points at more than one child it is
 * not for a rule to choose, and the record starts a new child: a wrong merge would show one child's record on
 * another's page, a missed one only says less.
 */
export const exactRules: Resolver = {
  decide(evidence, candidates) {
    for (const { name, says } of rules) {
      const [first, second] = candidates.filter((candidate) => says(evidence, candidate));
      if (first && !second) return { childId: first.childId, rule: name };
      if (second) return { childId: null };
    }
    return { childId: null };
  },
};
