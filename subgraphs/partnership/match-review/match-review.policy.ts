import type { Policy, Rule } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

const reviewer = (tier: Rule['tier'], act: Rule['act'], because: string): Rule => ({
  tier,
  act,
  roles: ['match-reviewer'],
  purposes: ['MATCHING'],
  through: ['MATCH_REVIEW', 'SELF_CLAIMED'],
  outcome: 'FULL',
  because,
});

/**
 * Who may see what each source says of who a child is, and say whose a record is: the council's match reviewers, of a
 * child whom a review is about, while it is, or whom one of them took up to part records of two, for eight hours; and
 * nobody else. What other domains hold of the child is not for them. A decision changes what is shown of the child, and which records are the child's. Source: access.md,
 * "Merging two children is a disclosure".
 */
export const matchReviewPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-match-review-2026-11',
  rules: [
    reviewer(
      'T3',
      'READ',
      'A record that may be this child’s waits for your review, or you took it up that two children are taken for one.',
    ),
    reviewer('T3', 'WRITE', 'It is yours to say whose records these are.'),
    reviewer('T1', 'WRITE', 'What is shown of a child follows from which records are the child’s.'),
  ],
};
