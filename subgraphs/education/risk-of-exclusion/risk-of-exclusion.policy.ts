import { allow, byAgreement, byLaw, mayChange, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import {
  assessors,
  schoolLeaders,
  socialWorkers,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';

const onRoll = byLaw('SCHOOL_ROLL').because('The child is on the roll of your school, which helps before it excludes.');
const lookedAfter = byLaw('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school helps the school to keep the child.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school follows the child’s education.',
);
const caseload = byAgreement('CASELOAD').because('You work with the child, whose risk may change with an exclusion.');
const assessed = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The council assesses what help the child needs at school, and hears the child’s views.',
);

const keptOut = byLaw('RESIDENCE').because(
  'The child lives in the area of your council, which is to see what was tried before a school excludes.',
);

const school = allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll);
const virtualSchool = allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter);
const adviser = allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan);

/**
 * Who may see and record what was tried with a child at risk of exclusion, and what the pupil said of it: the school and the
 * virtual school, who record it; the child's social worker, those who assess the child and the council's exclusions officer, who
 * read it. It stands above the
 * education record (T3): clinicians and guests of a school's team, who see that, see nothing of this. What a person
 * adds is in their own name, and the database holds to that. Sources: requirements-salford.md F21, requirements-reports.md W-04.
 */
export const riskOfExclusionPolicy: Policy = {
  domain: Domain.EDUCATION,
  version: 'education-risk-of-exclusion-2026-11.2',
  rules: [
    ...mayRead('T3', [
      ...[school, virtualSchool, adviser],
      allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
      allow('exclusions-officer').for('EXCLUSION').when(keptOut),
      allow(assessors).for('EHC_ASSESSMENT').when(assessed),
    ]),
    ...mayChange('T3', [school, virtualSchool, adviser]),
  ],
  shows: [{ tier: 'T3', fields: ['EducationRecord.riskOfExclusion'] }],
};
