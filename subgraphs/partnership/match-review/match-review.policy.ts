import { allow, byLaw, mayChange, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { everyNumber } from '../../../platform/vocabulary/facet.js';

const inHand = byLaw('MATCH_REVIEW', 'SELF_CLAIMED');
const reviewed = inHand.because(
  'A record that may be this child’s waits for your review, or you took it up that two children are taken for one.',
);
const decided = inHand.because('It is yours to say whose records these are.');
const shownAnew = inHand.because('What is shown of a child follows from which records are the child’s.');

/**
 * Who may see what each source says of who a child is, and say whose a record is: the council's match reviewers, of a
 * child whom a review is about, while it is, or whom one of them took up to part records of two, for eight hours; and
 * nobody else. What other domains hold of the child is not for them. A decision changes what is shown of the child, and
 * which records are the child's. Source: access.md, "Merging two children is a disclosure".
 */
export const matchReviewPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-match-review-2026-11',
  rules: [
    ...mayRead('T3', [allow('match-reviewer').for('MATCHING').when(reviewed)]),
    ...mayChange('T3', [allow('match-reviewer').for('MATCHING').when(decided)]),
    ...mayChange('T1', [allow('match-reviewer').for('MATCHING').when(shownAnew)]),
  ],
  shows: [
    { tier: 'T3', fields: ['SourceRecord.name', 'SourceRecord.dateOfBirth', 'SourceRecord.postcode'] },
    { tier: 'T3', fields: ['SourceRecord.identifiers'], facets: everyNumber },
  ],
};
