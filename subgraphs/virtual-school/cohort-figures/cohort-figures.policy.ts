import { ownSchool, suppressed, wholeGroup } from '../../../platform/access/cube.js';
import { socialWorkers, virtualSchoolStaff } from '../../../platform/vocabulary/role-groups.js';

/** Who chooses by a team's name: for figures, and for the weekly list. */
export const teamNamesRules = [
  wholeGroup(...virtualSchoolStaff)
    .for('VIRTUAL_SCHOOL_DUTY')
    .because('You ask for figures or the weekly list of one team.'),
  wholeGroup(...socialWorkers)
    .for('SAFEGUARDING', 'DIRECT_CARE')
    .because('You ask for the weekly list of one team.'),
  wholeGroup('commissioner', 'analyst', 'send-officer')
    .for('SERVICE_PLANNING')
    .because('Figures are told by team, and a team’s name is no child’s.'),
] as const;

/**
 * Who is told how the children of a cohort attend. The head's strategic duty (DfE, Promoting the education of children with a
 * social worker, 2021 and 2024) is to all children with a social worker, as a group: exact figures down to school and team,
 * and no names. A school is told who has a social worker now, and of those who had one, how many.
 */
export const cohortFiguresRules = [
  wholeGroup('virtual-school-head')
    .for('VIRTUAL_SCHOOL_DUTY')
    .because('You lead on the attendance of all children of these groups.'),
  ownSchool('headteacher')
    .for('TEAM_AROUND_SCHOOL')
    .because('How many pupils of your school have or had a social worker is for you to know; who had one is not.'),
  suppressed('commissioner', 'analyst', 'send-officer')
    .for('SERVICE_PLANNING')
    .because('Services are planned from figures in which no child can be made out.'),
] as const;
