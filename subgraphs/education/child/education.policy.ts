import { allow, byAgreement, byLaw, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import { assessors, clinicians, schoolLeaders, teamGuests } from '../../../platform/vocabulary/role-groups.js';

const onRoll = byLaw('SCHOOL_ROLL').because('The child is on the roll of your school.');
const assessed = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The council assesses the child’s education, health and care needs.',
);
const missesSchool = byLaw('RESIDENCE').because(
  'The child lives in the area of your council, which schools tell of children who miss school.',
);
const keptOut = byLaw('RESIDENCE').because(
  'The child lives in the area of your council, which schools tell of every child they suspend or exclude.',
);
const caseload = byAgreement('CASELOAD').because('The child is on your caseload or your team’s.');
const lookedAfter = byAgreement('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school has a duty to promote the child’s education.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school follows the child’s attendance.',
);
const referred = byAgreement('REFERRAL').because(
  'The child is referred to your provider, which plans its help with the school.',
);
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);

/**
 * Who may see a child's schools, attendance, suspensions and special educational needs, and who is to be told what happens to the child
 * there (`TOLD_AS_…`): whoever works with the child now, in social care and in the virtual school; of what is for one
 * school, those who lead it. The council's officers for attendance and for exclusions see it by the law under which schools tell
 * them (SI 2024/208; SI 2012/1033). Sources: domain.md §6.2, security.md §4.2, docs/decisions/0063-who-must-be-told.md, 0072.
 */
export const educationPolicy: Policy = {
  domain: Domain.EDUCATION,
  version: 'education-2026-11.3',
  rules: mayRead('T2', [
    allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll).with('TOLD_AS_SCHOOL'),
    allow(assessors).for('EHC_ASSESSMENT').when(assessed),
    allow('attendance-officer').for('ATTENDANCE').when(missesSchool),
    allow('exclusions-officer').for('EXCLUSION').when(keptOut),
    allow('social-worker').for('SAFEGUARDING', 'DIRECT_CARE').when(caseload).with('TOLD_AS_SOCIAL_WORKER'),
    allow('social-work-team-manager').for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
    allow('virtual-school-head').for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter).with('TOLD_AS_VIRTUAL_SCHOOL_HEAD'),
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter).with('TOLD_AS_VIRTUAL_SCHOOL_ADVISER'),
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan).with('TOLD_AS_VIRTUAL_SCHOOL_ADVISER'),
    allow(clinicians).for('DIRECT_CARE').when(referred),
    allow(schoolLeaders, clinicians, teamGuests).for('TEAM_AROUND_SCHOOL').when(onAgenda),
  ]),
  shows: [
    {
      tier: 'T2',
      fields: [
        'EducationRecord.enrolments',
        'EducationRecord.attendance',
        'EducationRecord.attendanceCorrections',
        'EducationRecord.attendanceThresholds',
        'EducationRecord.suspensions',
        'EducationRecord.sen',
      ],
    },
  ],
};
