import type { Role } from '../../platform/vocabulary/role.js';
import { type ActRow } from './waiting-list-acts.js';
import { everything } from './scenario.js';

/** What is seen, told and recorded of suspensions, of attendance and of who must be told, in the order of a row's letters. */
export const suspensionActs = [
  'see suspensions',
  'see thresholds and corrections',
  'see the risk of exclusion',
  'record a review of it',
  'record provision of a suspension',
  'record provision of an exclusion',
  'see first-day provision',
  'be told in an inbox',
  'mark a notice',
  'go through thresholds',
  'go through who was suspended',
  'figures of suspensions',
  'figures of sixth days',
  'a school’s attendance',
] as const;

const leaders: readonly (readonly [Role, string])[] = [
  ['senco', 'F F F F F - - F F F F R R F'],
  ['headteacher', 'F F F F F - - F F F F F F F'],
  ['designated-safeguarding-lead', 'F F F F F - - F F F F R R F'],
];

/** As with waiting lists. F of figures: true figures. */
export const suspensionActRows: readonly ActRow[] = [
  ...leaders.map(([who, what]): ActRow => [
    `lets a ${who} see and record what their school answers for`,
    who,
    'roll',
    what,
  ]),
  [
    'lets a SENCO do nothing with a child on another school’s roll',
    'senco school=900002',
    everything,
    '- - - - - - - - - - - R R F',
  ],
  [
    'lets a SEND officer see it for an assessment, and record what the council owes',
    'send-officer',
    'residence',
    'F F F R - F - R R F F R R R',
  ],
  [
    'tells a SEND officer who plans services figures, and of no child',
    'send-officer purpose=SERVICE_PLANNING',
    'residence',
    'R R R R R R R R R R R S S S',
  ],
  ...(['ehc-coordinator', 'educational-psychologist'] as const).map((who): ActRow => [
    `lets an ${who} read it for an assessment`,
    who,
    'residence',
    'F F F R R R - R R R R R R R',
  ]),
  [
    'lets an attendance officer see absence and what follows, not what was tried before an exclusion',
    'attendance-officer',
    'residence',
    'F F R R R R R R R F R R R S',
  ],
  [
    'lets an exclusions officer see what was tried, and record what the council owes',
    'exclusions-officer',
    'residence',
    'F F F R - F R R R R F S F R',
  ],
  ...(['attendance-officer', 'exclusions-officer'] as const).map((who): ActRow => [
    `lets an ${who} do nothing with a child of another area`,
    who,
    'roll caseload referral care plan',
    who === 'attendance-officer' ? '- - R R R R R R R - R R R S' : '- - - R - - R R R R - S F R',
  ]),
  ['tells a social worker all of it of their own child', 'social-worker', 'caseload', 'F F F R R R F F F F F R R R'],
  [
    'tells a social worker nothing of a child whom they worked with until yesterday',
    'social-worker',
    'caseload-ended',
    '- - - R R R - - - - - R R R',
  ],
  [
    'lets a team manager see it of a child of their team, and is no inbox for it',
    'social-work-team-manager',
    'team',
    'F F F R R R F R R F F R R R',
  ],
  [
    'lets a Virtual School Head see and record it of a looked-after child, and tells them figures',
    'virtual-school-head',
    'care',
    'F F F F R R F F F F F S S S',
  ],
  [
    'tells a Virtual School Head nothing of a child on a plan alone',
    'virtual-school-head',
    'plan',
    '- - - - R R - - - - - S S S',
  ],
  [
    'lets an adviser see and record it of a child on a plan',
    'virtual-school-adviser',
    'plan',
    'F F F F R R F F F F F R R R',
  ],
  ...(['camhs-clinician', 'salt-therapist'] as const).map((who): ActRow => [
    `lets a ${who} see the record of whom they treat, and not what was tried`,
    who,
    who === 'camhs-clinician' ? 'referral' : 'therapies',
    'F F R R R R R R R R R R R R',
  ]),
  ['lets health administration see none of it', 'health-admin', 'referral', 'R R R R R R R R R R R R R R'],
  [
    'lets a team lead see none of it before they are a member',
    'team-around-school-lead',
    'agenda',
    '- - R R R R - R R R R R R R',
  ],
  ...(['commissioner', 'analyst'] as const).map((who): ActRow => [
    `tells a ${who} figures, and of no child`,
    who,
    everything,
    'R R R R R R R R R R R S S S',
  ]),
  ...(['match-reviewer', 'ig-officer', 'auditor', 'integrator'] as const).map((who): ActRow => [
    `lets a ${who} see none of it`,
    who,
    everything,
    'R R R R R R R R R R R R R R',
  ]),
];
