import { allow, byLaw, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { socialWorkers } from '../../../platform/vocabulary/role-groups.js';

const lookedAfter = byLaw('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school follows how the child attends, week by week.',
);
// Why the virtual school's part is shared with whom plans of education are not: a reader is not to take that for none.
const onPlan = byLaw('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school follows how the child attends, week by week: Personal Education Plans are not shared for it.',
);
const caseload = byLaw('CASELOAD').because('The child is on your caseload or your team’s.');

/** What is told of a child there takes all that the list is made of. */
const item = [
  'TriangulationItem.status',
  'TriangulationItem.socialWorkTeam',
  'TriangulationItem.school',
  'TriangulationItem.thisWeek',
  'TriangulationItem.trend',
  'TriangulationItem.lastAttendedOn',
  'TriangulationItem.schoolDaysSinceAttended',
  'TriangulationItem.alerts',
] as const;

/**
 * Who goes through the week of children on plans, child by child. It takes what the owners of the facts share as well: the
 * history of statuses from social care, attendance from education. The Virtual School Head leads by figures of groups, and
 * is shown names when signed in as an adviser. Sources: domain.md §5 and §6.2.
 */
export const triangulationPolicy: Policy = {
  domain: Domain.VIRTUAL_SCHOOL,
  version: 'virtual-school-triangulation-2026-11',
  rules: mayRead('T3', [
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter),
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan),
    allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
  ]),
  shows: [
    { tier: 'T3', fields: item },
    { about: Domain.SOCIAL_CARE, tier: 'T3', facets: ['HISTORY'], fields: item },
    { about: Domain.EDUCATION, tier: 'T2', fields: item },
  ],
};
