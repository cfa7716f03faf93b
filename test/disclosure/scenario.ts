import type { Role } from '../../platform/vocabulary/role.js';
import type { Purpose } from '../../platform/vocabulary/purpose.js';
import type { Facet } from '../../platform/vocabulary/facet.js';
import type { Basis } from '../../platform/access/rule.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { place, type Relation } from '../support/arrange.js';
import { dutyRows } from './duty-rows.js';
import type { InTheWay, Row } from './scenario-row.js';

/** What a caller sees of one domain: everything its policy shows, only that something is held, nothing, or a refusal. */
export type Seen = 'FULL' | 'EXISTENCE_ONLY' | 'SILENT' | 'REFUSED';

/** What is asked about a child: each domain's record, and what the sources say of who the child is. */
export type Part = Domain | 'SOURCE_RECORDS';
export const parts: readonly Part[] = [...Object.values(Domain), 'SOURCE_RECORDS'];

/** The domain whose login and policies a part stands under. */
export const holderOf = (part: Part): Domain => (part === 'SOURCE_RECORDS' ? Domain.PARTNERSHIP : part);

/** One row: who asks, what connects them to the child, what is in the way, and what they see of each part. */
export interface Scenario {
  readonly rule: string;
  readonly persona: Role;
  readonly choice: { readonly school?: string; readonly provider?: string; readonly purpose?: Purpose };
  readonly relations: readonly Relation[];
  readonly inTheWay: InTheWay;
  readonly seen: Readonly<Record<Part, Seen>>;
  /** What of it only some see: see platform/vocabulary/facet.ts. */
  readonly facets: readonly Facet[];
}

const letters: Readonly<Record<string, Seen>> = { F: 'FULL', X: 'EXISTENCE_ONLY', '-': 'SILENT', R: 'REFUSED' };

/**
 * In the order partnership, education, health, social care, virtual school, source records; for example `F F F X -`.
 * Source records are refused to all but match reviewers: they alone say what they see of them.
 */
function seen(text: string): Scenario['seen'] {
  const of = text.split(' ').map((letter) => letters[letter] ?? 'REFUSED');
  return Object.fromEntries(parts.map((part, at) => [part, of[at] ?? 'REFUSED'])) as Scenario['seen'];
}

const bases: Readonly<Record<string, Relation>> = {
  roll: { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
  caseload: { basis: 'CASELOAD', grantee: 'person:sw-001' },
  referral: { basis: 'REFERRAL', grantee: `org:${place.provider}` },
  therapies: { basis: 'REFERRAL', grantee: 'org:XSL02' },
  residence: { basis: 'RESIDENCE', grantee: `org:${place.council}` },
  care: { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}` },
  plan: { basis: 'PLAN_DUTY', grantee: `org:${place.council}` },
  once: { basis: 'ONCE_LOOKED_AFTER', grantee: `org:${place.council}` },
  agenda: { basis: 'TEAM_AROUND_SCHOOL', grantee: `team:tas:${place.school}` },
  review: { basis: 'MATCH_REVIEW', grantee: `org:${place.council}` },
  elsewhere: { basis: 'MATCH_REVIEW', grantee: 'org:991' },
  claim: { basis: 'SELF_CLAIMED', grantee: 'person:sw-001' },
};

/** What is another council's is nobody's here. */
export const everything = Object.keys(bases)
  .filter((word) => word !== 'elsewhere' && word !== 'therapies')
  .join(' ');

/** Tests stand at 20 November: these held until the end of the day before. */
const ended = { until: '2026-11-20' } as const;
const others: Readonly<Record<string, Relation>> = {
  team: { basis: 'CASELOAD', grantee: 'person:swm-001' },
  'caseload-ended': { basis: 'CASELOAD', grantee: 'person:sw-001', ...ended },
  'care-ended': { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}`, ...ended },
  'plan-ended': { basis: 'PLAN_DUTY', grantee: `org:${place.council}`, ...ended },
  'once-ended': { basis: 'ONCE_LOOKED_AFTER', grantee: `org:${place.council}`, ...ended },
};

const rows: readonly Row[] = [
  ['shows a SENCO every domain of a child on their roll', 'senco', 'roll', 'nothing', 'F F F F F', 'ULN UPN'],
  [
    'shows a SENCO nothing of a child on another school’s roll',
    'senco school=900002',
    everything,
    'nothing',
    '- - - - -',
    '',
  ],
  ['shows a SENCO nothing of a child nothing connects them to', 'senco', '', 'nothing', '- - - - -', ''],
  ['shows a SENCO nothing through another’s caseload', 'senco', 'caseload', 'nothing', '- - - - -', ''],
  [
    'shows a SENCO the same for an EHC assessment',
    'senco purpose=EHC_ASSESSMENT',
    'roll',
    'nothing',
    'F F F F F',
    'ULN UPN',
  ],
  ['shows a SENCO the same for early help', 'senco purpose=EARLY_HELP', 'roll', 'nothing', 'F F F F F', 'ULN UPN'],
  [
    'leaves a SENCO their own roll when the agreement has ended',
    'senco',
    'roll',
    'agreement ended',
    'F F - - -',
    'ULN UPN',
  ],
  ['shows a SENCO nothing of a sealed child', 'senco', 'roll', 'sealed', '- - - - -', ''],
  ['shows a SENCO nothing of an adoption under restriction', 'senco', 'roll', 'adoption', '- - - - -', ''],
  ['keeps an objection to health from a SENCO', 'senco', 'roll', 'objection', 'F F - F F', 'ULN UPN'],
  [
    'shows a safeguarding lead every domain of a child on their roll',
    'designated-safeguarding-lead',
    'roll',
    'nothing',
    'F F F F F',
    'ULN UPN',
  ],
  [
    'never silences a social worker from the safeguarding lead',
    'designated-safeguarding-lead',
    'roll',
    'agreement ended',
    'F F - F -',
    'ULN UPN',
  ],
  [
    'leaves a safeguarding lead the existence when the agreement for the rest has ended',
    'designated-safeguarding-lead purpose=TEAM_AROUND_SCHOOL',
    'roll',
    'agreement ended',
    'F F - X -',
    'ULN UPN',
  ],
  [
    'does not let an objection stand against safeguarding',
    'designated-safeguarding-lead',
    'roll',
    'objection',
    'F F F F F',
    'ULN UPN',
  ],
  [
    'shows a cleared safeguarding lead a staff member’s child',
    'designated-safeguarding-lead',
    'roll',
    'staff family',
    'F F F F F',
    'ULN UPN',
  ],
  ['hides a staff member’s child from a headteacher', 'headteacher', 'roll', 'staff family', '- - - - -', ''],
  ['shows a headteacher a child on their roll', 'headteacher', 'roll', 'nothing', 'F F F F F', 'ULN UPN'],
  [
    'shows a social worker a child on their caseload',
    'social-worker',
    'caseload',
    'nothing',
    'F F F F F',
    'HISTORY SOCIAL_CARE_ID',
  ],
  [
    'shows a social worker nothing of a child on no caseload of theirs',
    'social-worker',
    'roll referral residence care plan once',
    'nothing',
    '- - - - -',
    '',
  ],
  [
    'rests a social worker’s own record on the law alone',
    'social-worker',
    'caseload',
    'agreement ended',
    'F - - F F',
    'HISTORY SOCIAL_CARE_ID',
  ],
  [
    'shows a social worker nothing of a child whom they worked with until yesterday',
    'social-worker',
    'caseload-ended',
    'nothing',
    '- - - - -',
    '',
  ],
  [
    'shows a team manager a child of their team',
    'social-work-team-manager',
    'team',
    'nothing',
    'F F F F F',
    'HISTORY SOCIAL_CARE_ID',
  ],
  [
    'shows a team manager nothing of another team’s child',
    'social-work-team-manager',
    'caseload',
    'nothing',
    '- - - - -',
    '',
  ],
  ['hides a sealed child from a social worker', 'social-worker', 'caseload', 'sealed', '- - - - -', ''],
  [
    'shows a social worker who a child is whom they took on as a new case, and nothing that others hold',
    'social-worker',
    'claim',
    'nothing',
    'F - - - -',
    'SOCIAL_CARE_ID',
  ],
  ['hides a sealed child from whoever claimed them', 'social-worker', 'claim', 'sealed', '- - - - -', ''],
  ['shows nobody a child through another’s claim', 'educational-psychologist', 'claim', 'nothing', '- - - - -', ''],
  [
    'shows a SEND officer a child who lives in the area, for the assessment',
    'send-officer',
    'residence',
    'nothing',
    'F F F F F',
    'ULN UPN',
  ],
  [
    'refuses a SEND officer who plans services any one child',
    'send-officer purpose=SERVICE_PLANNING',
    'residence',
    'nothing',
    'R R R R R',
    '',
  ],
  [
    'shows an EHC coordinator a child who lives in the area',
    'ehc-coordinator',
    'residence',
    'nothing',
    'F F F F F',
    'ULN UPN',
  ],
  [
    'shows an educational psychologist a child of an assessment',
    'educational-psychologist',
    'residence',
    'nothing',
    'F F F F F',
    'ULN UPN',
  ],
  ...(['attendance-officer', 'exclusions-officer'] as const).flatMap((who): Row[] => [
    [
      `shows an ${who} a resident child’s education, and nothing else`,
      who,
      'residence',
      'nothing',
      'F F R R R',
      'ULN UPN',
    ],
    [
      `shows an ${who} nothing of a child who lives elsewhere`,
      who,
      'roll caseload referral care plan once agenda review claim',
      'nothing',
      '- - R R R',
      '',
    ],
    [`rests what an ${who} sees on the law alone`, who, 'residence', 'agreement ended', 'F F R R R', 'ULN UPN'],
    [`hides a sealed child from an ${who}`, who, 'residence', 'sealed', '- - R R R', ''],
    [`hides an adoption under restriction from an ${who}`, who, 'residence', 'adoption', '- - R R R', ''],
  ]),
  ...dutyRows,
  [
    'shows a clinician the child referred to their provider, and no PEP',
    'camhs-clinician',
    'referral',
    'nothing',
    'F F F F R',
    'NHS_NUMBER SENSITIVE_SERVICE',
  ],
  [
    'shows a clinician of another provider nothing',
    'camhs-clinician provider=XSL02',
    'referral',
    'nothing',
    '- - - - R',
    '',
  ],
  [
    'shows a therapist nothing of another provider’s referral',
    'salt-therapist',
    'referral',
    'nothing',
    '- - - - R',
    '',
  ],
  [
    'shows health administration the wait alone',
    'health-admin',
    'referral',
    'nothing',
    'F R F R R',
    'NHS_NUMBER SENSITIVE_SERVICE',
  ],
  [
    'names a clinician no service of a child who is only on an agenda',
    'camhs-clinician provider=XSL02 purpose=TEAM_AROUND_SCHOOL',
    'agenda',
    'nothing',
    '- - - - R',
    '',
  ],
  [
    'leaves a provider its own list when the agreement has ended',
    'health-admin',
    'referral',
    'agreement ended',
    '- R F R R',
    'SENSITIVE_SERVICE',
  ],
  ...(['senco', 'headteacher', 'designated-safeguarding-lead'] as const).map((who): Row => [
    `shows a ${who} nothing through a duty of the virtual school’s`,
    who,
    'care plan once',
    'nothing',
    '- - - - -',
    '',
  ]),
  ['refuses a commissioner any one child', 'commissioner', everything, 'nothing', 'R R R R R', ''],
  ['refuses an analyst any one child', 'analyst', everything, 'nothing', 'R R R R R', ''],
  ['refuses an auditor any one child', 'auditor', everything, 'nothing', 'R R R R R', ''],
  ['refuses an information-governance officer any one child', 'ig-officer', everything, 'nothing', 'R R R R R', ''],
  ['refuses an integrator any one child', 'integrator', everything, 'nothing', 'R R R R R', ''],
  [
    'shows a match reviewer who a child under review is, and refuses the domains’ records',
    'match-reviewer',
    everything,
    'nothing',
    'F R R R R F',
    '',
  ],
  [
    'shows a match reviewer nothing of a child no review is about',
    'match-reviewer',
    'roll caseload referral residence care plan once agenda',
    'nothing',
    '- R R R R -',
    '',
  ],
  [
    'shows a match reviewer nothing of another council’s review',
    'match-reviewer',
    'elsewhere residence',
    'nothing',
    '- R R R R -',
    '',
  ],
  ['needs no agreement for a review', 'match-reviewer', 'review', 'agreement ended', 'F R R R R F', ''],
  ['hides an adoption from a match reviewer', 'match-reviewer', 'review', 'adoption', '- R R R R -', ''],
  ['hides a sealed child from a match reviewer', 'match-reviewer', 'review', 'sealed', '- R R R R -', ''],
  ['shows a SENCO nothing through a review', 'senco', 'review', 'nothing', '- - - - -', ''],
  [
    'shows a team lead nothing before they are a member',
    'team-around-school-lead',
    'agenda',
    'nothing',
    '- - - - -',
    '',
  ],
];

/** The relationships that words stand for, with spaces between. */
export const relationsOf = (through: string): Relation[] =>
  through.split(' ').flatMap((word) => bases[word] ?? others[word] ?? []);

function scenario([rule, who, through, inTheWay, what, besides]: Row): Scenario {
  const [persona, ...choices] = who.split(' ');
  return {
    rule,
    persona: persona as Role,
    choice: Object.fromEntries(choices.map((text) => text.split('='))) as Scenario['choice'],
    relations: relationsOf(through),
    inTheWay,
    seen: seen(what),
    facets: besides.split(' ').filter((word) => word !== '') as Facet[],
  };
}

/** Every scenario. Four layers are asked the same; each must answer what is written here. */
export const scenarios: readonly Scenario[] = rows.map(scenario);

/** The bases a scenario's caller has, as the pure policy is told them. */
export function basesOf({ relations }: Scenario, grantees: readonly string[]): Basis[] {
  return relations
    .filter(({ grantee, until }) => grantees.includes(grantee) && until === undefined)
    .map(({ basis }) => basis as Basis);
}
