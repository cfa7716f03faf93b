import { allow, byAgreement, byLaw, type Ground, mayRead } from '../../../platform/access/allow.js';
import { educationNumbers } from '../../../platform/vocabulary/facet.js';
import type { Rule } from '../../../platform/access/rule.js';
import { clinicians } from '../../../platform/vocabulary/role-groups.js';

/**
 * Who may take a child on as a new case, what for, why, and by whose numbers. A claim gives nobody more than a case already
 * theirs would.
 */
export const claimants = (by: { readonly law: Ground; readonly agreement: Ground }) => [
  allow('social-worker').for('SAFEGUARDING', 'DIRECT_CARE').when(by.law).with('SOCIAL_CARE_ID'),
  allow(clinicians).for('DIRECT_CARE').when(by.agreement).with('NHS_NUMBER'),
  allow('educational-psychologist', 'ehc-coordinator').for('EHC_ASSESSMENT').when(by.agreement).with(educationNumbers),
];

/** Who may take up that records of two children are taken for one. */
export const reviewing = (by: Ground) => allow('match-reviewer').for('MATCHING').when(by);

const taken = 'You took the child on as a new case within the last eight hours.';
const takenUp = 'You took up within the last eight hours that records of two children may be taken for one.';

/**
 * Whoever took a child on sees who the child is, for eight hours: time to put a new case on record, or to part the records
 * of two children.
 */
export const readsOfClaimants: readonly Rule[] = mayRead('T1', [
  ...claimants({
    law: byLaw('SELF_CLAIMED').because(taken),
    agreement: byAgreement('SELF_CLAIMED').because(taken),
  }),
  reviewing(byLaw('SELF_CLAIMED').because(takenUp)),
]);
