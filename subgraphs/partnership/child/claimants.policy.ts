import type { Rule } from '../../../platform/access/rule.js';

const newCase = {
  because: 'Your work is to take on new cases.',
  took: 'You took the child on as a new case within the last eight hours.',
};

/** Who may take a child on, what for and why. A claim gives nobody more than a case already theirs would. */
export const claimants: readonly (Pick<Rule, 'roles' | 'purposes' | 'agreement' | 'because'> & {
  readonly took: string;
})[] = [
  { ...newCase, roles: ['social-worker'], purposes: ['SAFEGUARDING', 'DIRECT_CARE'] },
  {
    ...newCase,
    roles: ['camhs-clinician', 'salt-therapist'],
    purposes: ['DIRECT_CARE'],
    agreement: 'area-send-sharing',
  },
  {
    ...newCase,
    roles: ['educational-psychologist', 'ehc-coordinator'],
    purposes: ['EHC_ASSESSMENT'],
    agreement: 'area-send-sharing',
  },
  {
    roles: ['match-reviewer'],
    purposes: ['MATCHING'],
    because: 'Your work is to part children who were taken for one.',
    took: 'You took up within the last eight hours that records of two children may be taken for one.',
  },
];

/**
 * Whoever took a child on sees who the child is, for eight hours: time to put a new case on record, or to part the records
 * of two children.
 */
export const readsOfClaimants: readonly Rule[] = claimants.map(({ took, ...who }) => ({
  ...who,
  tier: 'T1',
  act: 'READ',
  through: ['SELF_CLAIMED'],
  outcome: 'FULL',
  because: took,
}));
