import { nhsNumber, upn } from '../../../sample/identifiers.js';
import type { Example, ExampleChild, ExampleRegister } from './example.js';

const weeks = ['2026-09-28', '2026-10-05', '2026-10-12'] as const;
const council = { laCode: '990', laName: 'Aldermere', status: 'Open' };

/** One school's marks of one week: `+` is there, `.` no mark was made. */
const marked = (urn: string, week: string, marks: string): ExampleRegister => ({
  urn,
  week,
  marks: marks.split(' ').map((mark, at) => (mark === '+' ? (at % 2 === 0 ? '/' : '\\') : mark === '.' ? null : mark)),
});

const marks = (urn: string, ...all: readonly string[]): ExampleRegister[] =>
  all.map((week, at) => marked(urn, weeks[at] ?? '', week));

const whole = '+ + + + + + + + + +';

/** The first number of the test range from there on: not every six digits make one. */
function numberFrom(serial: number): string {
  return nhsNumber(serial) ?? numberFrom(serial + 1);
}

type Told = Pick<ExampleChild, 'key' | 'given' | 'family' | 'dateOfBirth' | 'enrolments' | 'registers'> &
  Partial<Pick<ExampleChild, 'senProvision' | 'freeSchoolMeals' | 'statuses' | 'allocations' | 'suspensions'>>;

const child = (told: Told, at: number): ExampleChild => ({
  senProvision: 'N',
  freeSchoolMeals: '',
  statuses: [],
  allocations: [],
  suspensions: [],
  upn: upn('9021', 26, at + 1),
  nhsNumber: numberFrom(902_100 + 10 * at),
  ...(told.statuses
    ? { laCode: '990', laChildId: `J${String(at + 1).padStart(3, '0')}` }
    : { laCode: null, laChildId: null }),
  ...told,
});

const secondary = { urn: '900021', name: 'Thistle Row School', phase: 'Secondary', type: 'Community school' };
const academy = { urn: '900022', name: 'Marram Academy', phase: 'Secondary', type: 'Academy converter' };
const unit = {
  urn: '900023',
  name: 'The Weir Pupil Referral Unit',
  phase: 'Not applicable',
  type: 'Pupil referral unit',
};
const primary = { urn: '900024', name: 'Sandpiper Primary School', phase: 'Primary', type: 'Community school' };

const since = (from: string, until: string | null = null) => ({ from, until });
const at = ({ urn }: typeof primary, from: string, until: string | null = null, status = 'C') => ({
  urn,
  status,
  ...since(from, until),
});
const worker = (workerId: string, team: string, from: string, until: string | null = null) => ({
  workerId,
  team,
  role: 'SOCIAL_WORKER',
  ...since(from, until),
});

const told: readonly Told[] = [
  {
    // From need to protection in the middle of a week.
    ...{ key: 'wren', given: 'Wren', family: 'Ashgrove', dateOfBirth: '2012-11-05', senProvision: 'K' },
    enrolments: [at(secondary, '2025-09-03')],
    statuses: [
      { status: 'CHILD_IN_NEED', ...since('2026-03-16', '2026-10-07') },
      { status: 'CHILD_PROTECTION', ...since('2026-10-07') },
    ],
    allocations: [worker('WK01', 'East', '2026-03-16')],
    registers: marks('900021', whole, 'O O + + + + N + L +', '+ + + + I I + + + +'),
    // On the last day of need, and on the first of protection; one that was cancelled, and lunchtimes, count nowhere.
    suspensions: [
      { urn: secondary.urn, startedOn: '2026-10-06', session: 'PM', sessions: 1, category: 'SUSP' },
      { urn: secondary.urn, startedOn: '2026-10-07', session: 'AM', sessions: 3, category: 'SUSP' },
      {
        ...{ urn: secondary.urn, startedOn: '2026-10-12', session: 'AM', sessions: 4, category: 'SUSP' },
        ...{ cancelledOn: '2026-10-12', sessionsServed: 1 },
      },
      { urn: secondary.urn, startedOn: '2026-10-14', session: '', lunchtimes: 2, category: 'LNCH' },
    ],
  },
  {
    // On two rolls: presence, and any mark, outweighs the other school's D; of two presences the main roll's stands.
    ...{ key: 'tamar', given: 'Tamar', family: 'Brightling', dateOfBirth: '2011-04-23', senProvision: 'E' },
    freeSchoolMeals: '1',
    enrolments: [at(academy, '2024-09-04', null, 'M'), at(unit, '2026-09-21', null, 'S')],
    statuses: [{ status: 'LOOKED_AFTER', legalStatus: 'C2', ...since('2025-06-02') }],
    allocations: [worker('WK05', 'Through Care', '2025-06-02')],
    registers: [
      ...marks('900022', '+ + + + D D D D + +', 'O O + + D D + + + +', '+ + + + # # D D + +'),
      ...marks('900023', 'D D D D + + O + D D', 'D D + + + + + + D D', 'D D D D + + I I D D'),
    ],
  },
  {
    // Exactly a tenth absent; another team from a Thursday on.
    ...{ key: 'ivo', given: 'Ivo', family: 'Calloway', dateOfBirth: '2017-02-14', freeSchoolMeals: '0' },
    enrolments: [at(primary, '2022-09-05')],
    statuses: [{ status: 'CHILD_PROTECTION', ...since('2026-05-05') }],
    allocations: [worker('WK02', 'East', '2026-05-05', '2026-10-08'), worker('WK03', 'West', '2026-10-08')],
    registers: marks('900024', '+ + + + + + + + + I', '+ + + + + + O + + +', '+ + + + + + + + I +'),
  },
  {
    // In the last week exactly ten points below the two before.
    ...{
      key: 'juno',
      given: 'Juno',
      family: 'Dunmore',
      dateOfBirth: '2013-07-30',
      senProvision: 'K',
      freeSchoolMeals: '1',
    },
    enrolments: [at(secondary, '2024-09-04')],
    statuses: [{ status: 'CHILD_IN_NEED', ...since('2026-06-15') }],
    allocations: [worker('WK01', 'East', '2026-06-15')],
    registers: marks('900021', 'O O O O + + + + + +', '+ + + + + + + + O O', 'I I + + + + + + M M'),
  },
  {
    // Exactly half absent at the first school, which goes on marking after the move, on the other's closed day as well.
    ...{ key: 'sorrel', given: 'Sorrel', family: 'Eastwood', dateOfBirth: '2012-01-09' },
    enrolments: [at(secondary, '2023-09-05', '2026-10-10'), at(academy, '2026-10-12')],
    statuses: [{ status: 'CHILD_PROTECTION', ...since('2026-02-09') }],
    allocations: [worker('WK03', 'West', '2026-02-09')],
    registers: [
      ...marks('900021', '+ + + + + O O O O O', '+ + + + + O O O O O', '. . . . O O . . O O'),
      marked('900022', '2026-10-12', '+ + N + # # O O + +'),
    ],
  },
  {
    // No reason given on a Friday and on the Monday after.
    ...{ key: 'lowri', given: 'Lowri', family: 'Farthing', dateOfBirth: '2016-09-18', senProvision: 'K' },
    enrolments: [at(primary, '2021-09-06')],
    statuses: [{ status: 'CHILD_IN_NEED', ...since('2026-07-06') }],
    allocations: [worker('WK04', 'West', '2026-07-06')],
    registers: marks('900024', whole, '+ + + + + + + + N +', 'N N + + + + + + + +'),
  },
  {
    // No reason given on either side of a day on which the school was closed; part-time in the first week.
    ...{ key: 'bram', given: 'Bram', family: 'Gatwood', dateOfBirth: '2013-03-27', freeSchoolMeals: '1' },
    enrolments: [at(academy, '2024-09-04')],
    statuses: [{ status: 'CHILD_PROTECTION', ...since('2026-04-20') }],
    allocations: [worker('WK04', 'West', '2026-04-20')],
    registers: marks('900022', '+ C2 + C2 + + + + + +', whole, '+ + N + # # N + + +'),
  },
  {
    // Led by a Family Help lead; the plan ended on a Tuesday: in that week's figures and no longer anybody's to see.
    ...{ key: 'perry', given: 'Perry', family: 'Hollins', dateOfBirth: '2015-12-02' },
    enrolments: [at(primary, '2020-09-07')],
    statuses: [{ status: 'CHILD_IN_NEED', ...since('2026-05-11', '2026-10-06') }],
    allocations: [{ ...worker('WK06', 'East', '2026-05-11', '2026-10-06'), role: 'FAMILY_HELP_LEAD' }],
    registers: marks('900024', '+ + + + + + + + I I', 'U + + + + + + + + +', whole),
  },
  {
    // A plan, and nobody allocated; sessions that are not possible ones.
    ...{ key: 'ilse', given: 'Ilse', family: 'Inskip', dateOfBirth: '2016-05-21' },
    enrolments: [at(primary, '2021-09-06')],
    statuses: [{ status: 'CHILD_IN_NEED', ...since('2026-08-10') }],
    registers: marks('900024', 'B B V V + + X X + +', whole, 'Y1 Y1 + + + + + + + +'),
  },
  {
    // Known to no council service.
    ...{ key: 'odile', given: 'Odile', family: 'Jessamy', dateOfBirth: '2013-10-10' },
    enrolments: [at(secondary, '2025-09-03')],
    registers: marks('900021', 'I I + + + + + + + +', '+ + + + + + + + + L', '+ + + + + + + + + U'),
  },
];

/** Our own example, invented anew by the rules of the hand-worked one, with traps of its own. */
export const inventedArea: Example = {
  title: 'Attendance by cohort: ten invented children, three school weeks, four schools',
  asAt: '2026-10-18',
  weeks: [...weeks],
  schools: [
    { ...secondary, ...council, closedDays: {} },
    { ...academy, ...council, closedDays: { '2026-10-14': 'INSET' } },
    { ...unit, ...council, closedDays: {} },
    { ...primary, ...council, closedDays: {} },
  ],
  children: told.map(child),
  afterCorrections: [
    { register: { child: 'lowri', ...marked('900024', '2026-10-12', 'I I + + + + + + + +') } },
    {
      statuses: {
        child: 'wren',
        statuses: [
          { status: 'CHILD_IN_NEED', ...since('2026-03-16', '2026-10-01') },
          { status: 'CHILD_PROTECTION', ...since('2026-10-01') },
        ],
      },
    },
    { strayRegister: { child: 'sorrel', ...marked('900021', '2026-10-12', '. . . . . . O O . .') } },
  ],
};
