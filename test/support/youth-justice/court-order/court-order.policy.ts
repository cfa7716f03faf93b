import { allow, byLaw, mayRead } from '../../../../platform/access/allow.js';
import type { Policy } from '../../../../platform/access/rule.js';
import type { Domain } from '../../../../platform/vocabulary/domain.js';

// The word a sixth domain adds to the vocabulary is said here alone, so that the five stay five.
const domain = 'YOUTH_JUSTICE' as Domain;

/** Who may see a child's court orders: a school's safeguarding lead, of the children on its roll. */
export const courtOrderPolicy: Policy = {
  domain,
  version: 'youth-justice-test',
  rules: mayRead('T3', [
    allow('designated-safeguarding-lead')
      .for('SAFEGUARDING')
      .when(byLaw('SCHOOL_ROLL').because('You safeguard the child at school.')),
  ]),
};
