import { allow, byLaw, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { socialWorkers } from '../../../platform/vocabulary/role-groups.js';

const duty = byLaw('PLAN_DUTY', 'LOOKED_AFTER_DUTY').because(
  'The virtual school follows how the child attends, week by week.',
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
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(duty),
    allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
  ]),
  shows: [
    { tier: 'T3', fields: item },
    { about: Domain.SOCIAL_CARE, tier: 'T3', facets: ['HISTORY'], fields: item },
    { about: Domain.EDUCATION, tier: 'T2', fields: item },
  ],
};
