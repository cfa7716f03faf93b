import { allow, byAgreement, byLaw, mayRead } from '../../platform/access/allow.js';
import type { Policy } from '../../platform/access/rule.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../platform/vocabulary/purpose.js';
import {
  assessors,
  schoolLeaders,
  socialWorkers,
  teamGuests,
  virtualSchoolStaff,
} from '../../platform/vocabulary/role-groups.js';

const lookedAfter = byLaw('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school answers for the plan.',
);
const caseload = byLaw('CASELOAD').because('You work with the child, and the plan is part of the care plan.');
const onRoll = byAgreement('SCHOOL_ROLL').because(
  'The child is on the roll of your school, which carries out the plan.',
);
const assessed = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The council assesses the child’s education, health and care needs.',
);
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);

/** The copy of social care's statuses. */
const careStatus = { about: Domain.SOCIAL_CARE, tier: 'T3' } as const;

/** What takes both social care's statuses and education's facts. */
const followed = ['VirtualSchoolRecord.attendanceWhile', 'VirtualSchoolRecord.firstDayProvision'] as const;

/**
 * Who may see a child's Personal Education Plans. The copies the virtual school keeps of social care's and education's
 * facts are under those domains' own policies. A plan is a looked-after child's: it is open while care is, and to those
 * whose duty that is; a child in need or protection plan opens none. Sources: domain.md §6.2; a plan is part of a looked-after child's care
 * plan, which is the law's own reason for the virtual school and the social worker.
 */
export const virtualSchoolPolicy: Policy = {
  domain: Domain.VIRTUAL_SCHOOL,
  version: 'virtual-school-2026-11',
  rules: mayRead('T2', [
    allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter),
    allow('senco').for(schoolSupport).when(onRoll),
    allow('designated-safeguarding-lead').for('SAFEGUARDING', 'TEAM_AROUND_SCHOOL').when(onRoll),
    allow('headteacher').for('TEAM_AROUND_SCHOOL').when(onRoll),
    allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL').when(caseload),
    allow(assessors).for('EHC_ASSESSMENT').when(assessed),
    allow(schoolLeaders, teamGuests).for('TEAM_AROUND_SCHOOL').when(onAgenda),
  ]),
  shows: [
    { tier: 'T2', fields: ['VirtualSchoolRecord.peps'] },
    { ...careStatus, fields: ['VirtualSchoolRecord.cohorts'], facets: ['HISTORY'], without: 'PART' },
    { ...careStatus, fields: followed, facets: ['HISTORY'] },
    { about: Domain.EDUCATION, tier: 'T2', fields: followed },
  ],
};
