import { allow, byLaw, mayChange } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import { schoolLeaders } from '../../../platform/vocabulary/role-groups.js';

const onRoll = byLaw('SCHOOL_ROLL').because(
  'The child is on the roll of your school, which owes provision from the sixth day of a suspension.',
);
const livesHere = byLaw('RESIDENCE').because(
  'The child lives in the council’s area, which owes provision from the sixth day of a permanent exclusion.',
);

/**
 * Who may record that full-time provision is in place for a child who is kept out of school: whoever owes it. They add that
 * day, for what their own organisation owes, and change nothing else of the child's record; the database holds to that as
 * well. Sources: Education and Inspections Act 2006 section 100; Education Act 1996 section 19.
 */
export const recordProvisionPolicy: Policy = {
  domain: Domain.EDUCATION,
  version: 'education-provision-2026-11.2',
  rules: mayChange('T2', [
    allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll),
    allow('exclusions-officer').for('EXCLUSION').when(livesHere),
    allow('send-officer').for('EHC_ASSESSMENT').when(livesHere),
  ]),
};
