import type { Role } from '../../platform/vocabulary/role.js';
import { schoolingOfficers } from '../../platform/vocabulary/role-groups.js';
import { everything } from './scenario.js';

/** What can be done with waiting lists, in the order of a row's letters. */
export const acts = [
  'refer',
  'see conflicts',
  'settle one',
  'see a kept referral',
  'figures',
  'consider a risk',
] as const;

/** F: done, or told. S: told with small numbers hidden. –: answered as where there is none. R: refused by role and purpose. */
export type ActRow = readonly [rule: string, who: Role | `${Role} ${string}`, through: string, what: string];

const nothingButToRefer = 'F - R - R R';

/**
 * Who may refer, settle what files and people say differently, see what is kept to its provider, be told figures, and say that
 * the risk to a child who was not brought was considered.
 */
export const actRows: readonly ActRow[] = [
  ...(['senco', 'headteacher', 'designated-safeguarding-lead'] as const).map((who): ActRow => [
    `lets a ${who} refer a child on their roll, and no more`,
    who,
    'roll',
    nothingButToRefer,
  ]),
  ['lets a SENCO refer nobody on another school’s roll', 'senco school=900002', everything, '- - R - R R'],
  ['lets a SENCO refer nobody on another’s caseload', 'senco', 'caseload referral residence', '- - R - R R'],
  ...(['send-officer', 'ehc-coordinator', 'educational-psychologist'] as const).map((who): ActRow => [
    `lets a ${who} refer a child whom the council assesses`,
    who,
    'residence',
    nothingButToRefer,
  ]),
  [
    'tells a SEND officer who plans services figures, and of no child',
    'send-officer purpose=SERVICE_PLANNING',
    'residence',
    'R R R R S R',
  ],
  ['lets a social worker refer a child on their caseload', 'social-worker', 'caseload', nothingButToRefer],
  [
    'lets a social worker refer nobody whom they worked with until yesterday',
    'social-worker',
    'caseload-ended',
    '- - R - R R',
  ],
  ['lets a team manager refer a child of their team', 'social-work-team-manager', 'team', nothingButToRefer],
  ['lets a Virtual School Head refer nobody', 'virtual-school-head', 'care', 'R - R - R R'],
  ['lets an adviser refer nobody', 'virtual-school-adviser', 'plan', 'R - R - R R'],
  ['lets a clinician do all of it with their own provider’s list', 'camhs-clinician', 'referral', 'F F F F F F'],
  [
    'lets a clinician in a team around the school look at their list and change nothing',
    'camhs-clinician purpose=TEAM_AROUND_SCHOOL',
    'referral',
    'R F R F R R',
  ],
  ['lets health administration do all of it with their own provider’s list', 'health-admin', 'referral', 'F F F F F F'],
  [
    'tells a therapist whom the child is referred to, too, nothing of another provider’s list',
    'salt-therapist',
    'therapies',
    'F - - - F -',
  ],
  [
    'lets a clinician of another provider do nothing with the child',
    'camhs-clinician provider=XSL02',
    'referral',
    '- - - - F -',
  ],
  ['lets a team lead refer nobody', 'team-around-school-lead', 'agenda', 'R - R - R R'],
  ...(['commissioner', 'analyst'] as const).map((who): ActRow => [
    `tells a ${who} figures, and of no child`,
    who,
    everything,
    'R R R R S R',
  ]),
  ...([...schoolingOfficers, 'match-reviewer', 'ig-officer', 'auditor', 'integrator'] as const).map((who): ActRow => [
    `refuses a ${who} all of it`,
    who,
    everything,
    'R R R R R R',
  ]),
];
