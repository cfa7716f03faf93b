import type { Role } from '../../platform/vocabulary/role.js';
import { everything } from './scenario.js';
import type { ActRow } from './waiting-list-acts.js';

/** What is seen and done of the meeting of a school's team, in the order of a row's letters. */
export const meetingActs = [
  'see the agenda',
  'put a child on it',
  'record what came of it',
  'hear the words',
  'see what the team agreed',
  'see what was agreed on a plan',
  'record for the team',
  'record on a plan',
  'complete for the team',
  'complete on a plan',
  'ask for a pack',
  'see who sits in the team',
  'give a seat',
  'see the directory',
  'reach who is in it',
] as const;

/** Everything but the directory, which is of no child. */
const refused = 'R R R R R R R R R R R R R';
const nothingElse = `${refused} F F`;

/** Those who discuss the child, and do nothing for a plan. */
const inTeam = 'F F F F F - F R F - R F R F F';
const leading = 'F F F F F - F R F - F F F F F';
const outside = 'N N - - - - N R - - R N R F F';
/** Those who agree with others what is done for a child on a plan or in care, and see what a team agreed. */
const onPlan = 'R R R R F F R F - F R R R F F';

const leaders = ['senco', 'headteacher', 'designated-safeguarding-lead'] as const;
const guests = [
  'educational-psychologist purpose=TEAM_AROUND_SCHOOL',
  'social-worker purpose=TEAM_AROUND_SCHOOL',
] as const;
const clinicians = ['camhs-clinician purpose=TEAM_AROUND_SCHOOL', 'salt-therapist purpose=TEAM_AROUND_SCHOOL'] as const;
const nobody = (who: Role, what: string): ActRow => [
  `lets a ${who} have no part in it, whatever connects them and whoever seats them`,
  who,
  `${everything} seat`,
  what,
];

/**
 * As with waiting lists; N: answered that they are not in the team. `seat` in what connects: somebody gave them a seat. An item of the
 * child stands; it opens the child to the team where `agenda` connects.
 */
export const meetingActRows: readonly ActRow[] = [
  ...leaders.map((who): ActRow => [`lets a ${who} discuss a pupil with the team`, who, 'roll agenda', leading]),
  [
    'lets a SENCO discuss a pupil of whom the team sees nothing, without papers for it',
    'senco',
    'roll',
    'F F F F F - F R F - - F F F F',
  ],
  ['lets a SENCO of another school have no part in it', 'senco school=900002', everything, outside],
  ['lets a SENCO do nothing of it for an assessment', 'senco purpose=EHC_ASSESSMENT', 'roll agenda seat', nothingElse],
  ...[...guests, ...clinicians].map((who): ActRow => [
    `lets a ${who.split(' ')[0] ?? ''} with a seat discuss a child who is on the agenda`,
    who,
    'roll agenda seat',
    inTeam,
  ]),
  ...[...guests, ...clinicians].map((who): ActRow => [
    `shows a ${who.split(' ')[0] ?? ''} with a seat nothing of a child who is not open to the team`,
    who,
    'roll seat',
    '- - - - - - - R - - R F R F F',
  ]),
  ...[guests[0], ...clinicians].map((who): ActRow => [
    `lets a ${who.split(' ')[0] ?? ''} without a seat have no part in it`,
    who,
    'roll agenda',
    outside,
  ]),
  ['lets the lead of a team discuss, seat and have papers', 'team-around-school-lead', 'roll agenda seat', leading],
  ['lets a lead without a seat have no part in it', 'team-around-school-lead', 'roll agenda', outside],
  [
    'lets a social worker with a seat discuss the own child, and agree what is done on the plan',
    'social-worker',
    'roll agenda caseload seat',
    'F F F F F F F F F F R F R F F',
  ],
  [
    'shows a social worker without a seat what is agreed for the own child, and no agenda',
    'social-worker',
    'roll agenda caseload',
    'N N - - F F N F - F R N R F F',
  ],
  [
    'shows a team manager with a seat what is agreed alone',
    'social-work-team-manager',
    'roll agenda team seat',
    onPlan,
  ],
  [
    'shows a Virtual School Head with a seat what is agreed alone',
    'virtual-school-head',
    'roll agenda care seat',
    onPlan,
  ],
  ['shows an adviser with a seat what is agreed alone', 'virtual-school-adviser', 'roll agenda plan seat', onPlan],
  [
    'shows a Virtual School Head nothing of a child on a plan alone',
    'virtual-school-head',
    'roll agenda plan seat',
    'R R R R - - R - - - R R R F F',
  ],
  [
    'shows a social worker who has a seat nothing more once the caseload ended',
    'social-worker',
    'roll caseload-ended seat',
    '- - - - - - - - - - R F R F F',
  ],
  nobody('educational-psychologist', nothingElse),
  nobody('camhs-clinician', nothingElse),
  nobody('salt-therapist', nothingElse),
  nobody('health-admin', `${refused} F -`),
  nobody('send-officer', nothingElse),
  nobody('ehc-coordinator', nothingElse),
  nobody('attendance-officer', nothingElse),
  nobody('exclusions-officer', nothingElse),
  ...(['commissioner', 'analyst', 'match-reviewer', 'ig-officer', 'auditor', 'integrator'] as const).map((who) =>
    nobody(who, `${refused} R R`),
  ),
];
