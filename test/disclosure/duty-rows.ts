import type { Row } from './scenario-row.js';

const numbersAndPast = 'HISTORY SOCIAL_CARE_ID ULN UPN';

/** The virtual school's two duties: to a looked-after child, and to whoever is on a plan while it is open. */
export const dutyRows: readonly Row[] = [
  ...(['virtual-school-head', 'virtual-school-adviser'] as const).flatMap((who): Row[] => [
    [`shows a ${who} a looked-after child`, who, 'care', 'nothing', 'F F F F F', numbersAndPast],
    [
      `tells a ${who} of a child whose care ended yesterday that it was so`,
      who,
      'care-ended once',
      'nothing',
      'X - - - -',
      '',
    ],
    [
      `tells a ${who} nothing of it once whoever it was is of age`,
      who,
      'care-ended once-ended',
      'nothing',
      '- - - - -',
      '',
    ],
    [`tells a ${who} nothing of it when the child is sealed`, who, 'care-ended once', 'sealed', '- - - - -', ''],
    [`tells a ${who} nothing of it after an adoption under restriction`, who, 'once', 'adoption', '- - - - -', ''],
    [`shows a ${who} a child who is looked after again`, who, 'once care', 'nothing', 'F F F F F', numbersAndPast],
    [`rests what a ${who} sees of care on the law alone`, who, 'care', 'agreement ended', '- - - F F', 'HISTORY'],
    [
      `shows a ${who} nothing through others’ relationships`,
      who,
      'residence roll caseload referral',
      'nothing',
      '- - - - -',
      '',
    ],
  ]),
  [
    'shows an adviser a child while a plan is open, and no PEP',
    'virtual-school-adviser',
    'plan',
    'nothing',
    'F F F F -',
    numbersAndPast,
  ],
  [
    'shows an adviser nothing of a child whose plan ended yesterday',
    'virtual-school-adviser',
    'plan-ended',
    'nothing',
    '- - - - -',
    '',
  ],
  [
    'shows an adviser nothing of a plan when the agreement has ended',
    'virtual-school-adviser',
    'plan',
    'agreement ended',
    '- - - - -',
    '',
  ],
  ['hides a sealed child on a plan from an adviser', 'virtual-school-adviser', 'plan', 'sealed', '- - - - -', ''],
  [
    'shows a Virtual School Head nothing of a child on a plan',
    'virtual-school-head',
    'plan',
    'nothing',
    '- - - - -',
    '',
  ],
  [
    'tells a Virtual School Head no more of a plan of a child once looked after',
    'virtual-school-head',
    'plan once',
    'nothing',
    'X - - - -',
    '',
  ],
];
