import { upn } from '../../../sample/identifiers.js';
import type { Example, ExampleChild, ExampleSuspension } from './example.js';

type Told = Pick<
  ExampleChild,
  'key' | 'given' | 'family' | 'dateOfBirth' | 'ncYear' | 'asAt' | 'suspensions' | 'expect'
> &
  Partial<Pick<ExampleChild, 'lookedAfter' | 'socialWorker'>>;

const child = (told: Told, at: number): ExampleChild => ({
  ...{ lookedAfter: false, socialWorker: false, ...told },
  upn: upn('9021', 27, at + 1),
});

const [north, south] = ['900031', '900032'];

const of = (urn: string, startedOn: string, sessions: number, over: Partial<ExampleSuspension> = {}) => ({
  ...{ urn, startedOn, session: 'AM' as const, sessions, category: 'SUSP' as const, ...over },
});

const forGood = (urn: string, startedOn: string): ExampleSuspension => ({ urn, startedOn, category: 'PERM' });

/** Half-term, a bank holiday and an INSET day; two schools, whose calendars differ by one day. Worked out by hand, day by day. */
export const inventedArea: Example = {
  title: 'Suspensions of our own',
  calendars: {
    both: {
      terms: [
        ['2025-09-03', '2025-12-19'],
        ['2026-01-05', '2026-03-27'],
        ['2026-04-13', '2026-07-17'],
        ['2026-09-03', '2026-12-18'],
      ],
      closed: [
        ['2025-10-27', '2025-10-31'],
        ['2026-02-16', '2026-02-20'],
        ['2026-05-25', '2026-05-29'],
        ['2026-10-26', '2026-10-30'],
      ],
    },
    [north]: { terms: [], closed: [['2026-10-09', '2026-10-09']] },
  },
  children: [
    child(
      {
        // Two periods on either side of half-term are one run; the provision came on the very day of the second. In care.
        lookedAfter: true,
        ...{
          key: 'bryn',
          given: 'Bryn',
          family: 'Holloway',
          dateOfBirth: '2013-03-04',
          ncYear: '9',
          asAt: '2026-11-20',
        },
        socialWorker: true,
        suspensions: [of(south, '2026-10-21', 6), of(south, '2026-11-02', 7, { provisionInPlaceOn: '2026-11-04' })],
        expect: {
          // 21, 22, 23 October, 2, 3 and 4 November, and the morning of the 5th.
          years: { '2026/27': { sessions: 13, lunchtimes: 0, schoolDays: 6.5, left: 38.5, over: false } },
          running: [
            { after: '2026-10-21', schoolDays: 3, over: false },
            { after: '2026-11-02', schoolDays: 6.5, over: false },
          ],
          sixthDays: [
            {
              ...{ of: '2026-10-21', dueOn: '2026-11-04', dutyOf: south, inPlaceOn: '2026-11-04', breached: false },
              firstDayExpectation: '2026-10-21',
            },
          ],
          governors: { '2026 Autumn': { schoolDays: 6.5, duty: 'ON_REPRESENTATIONS' } },
        },
      },
      0,
    ),
    child(
      {
        // The INSET day of one school moves the sixth day; lunchtimes beside it neither count nor break it.
        ...{ key: 'ceri', given: 'Ceri', family: 'Ingham', dateOfBirth: '2014-06-23', ncYear: '8', asAt: '2026-10-20' },
        suspensions: [
          of(north, '2026-10-05', 11, { session: 'PM' }),
          { urn: north, startedOn: '2026-10-06', lunchtimes: 3, category: 'LNCH' },
          of(south, '2026-10-05', 5, { cancelledOn: '2026-10-06', sessionsServed: 2 }),
        ],
        expect: {
          // From the afternoon of 5 October over 6, 7, 8 and 12 to 13 October; two sessions served of the other, three lunchtimes.
          years: { '2026/27': { sessions: 13, lunchtimes: 3, schoolDays: 8, left: 37, over: false } },
          ...{ running: [], governors: {} },
          sixthDays: [{ of: '2026-10-05', dueOn: '2026-10-13', dutyOf: north, breached: true }],
        },
      },
      1,
    ),
    child(
      {
        // Over the summer, and near the 45 days in the first of the two years.
        ...{
          key: 'dewi',
          given: 'Dewi',
          family: 'Jessop',
          dateOfBirth: '2012-01-30',
          ncYear: '10',
          asAt: '2026-11-20',
        },
        suspensions: [
          of(north, '2025-09-08', 40),
          of(north, '2026-01-12', 40),
          of(south, '2026-07-14', 12, { session: 'PM' }),
        ],
        expect: {
          // 20, 20 and from the afternoon of 14 July 3.5 days; 3 and 4 September, and the morning of the 7th.
          years: {
            '2025/26': { sessions: 87, lunchtimes: 0, schoolDays: 43.5, left: 1.5, over: false },
            '2026/27': { sessions: 5, lunchtimes: 0, schoolDays: 2.5, left: 42.5, over: false },
          },
          ...{ running: [], governors: {} },
          sixthDays: [
            { of: '2025-09-08', dueOn: '2025-09-15', dutyOf: north, breached: true },
            { of: '2026-01-12', dueOn: '2026-01-19', dutyOf: north, breached: true },
            { of: '2026-07-14', dueOn: '2026-09-04', dutyOf: south, breached: true },
          ],
        },
      },
      2,
    ),
    child(
      {
        // Excluded for good after four days: those are not counted in, and the council owes it on the sixth of its own.
        ...{
          key: 'efa',
          given: 'Efa',
          family: 'Kendrick',
          dateOfBirth: '2011-12-12',
          ncYear: '10',
          asAt: '2026-11-20',
        },
        suspensions: [of(south, '2026-11-02', 8), forGood(south, '2026-11-06')],
        expect: {
          // 2 to 5 November; 6, 9, 10, 11, 12 and 13 November from the exclusion.
          years: { '2026/27': { sessions: 8, lunchtimes: 0, schoolDays: 4, left: 41, over: false } },
          running: [
            { after: '2026-11-02', schoolDays: 4, over: false },
            { after: '2026-11-06', schoolDays: 4, over: false },
          ],
          sixthDays: [{ of: '2026-11-06', dueOn: '2026-11-13', dutyOf: 'COUNCIL', breached: true }],
          governors: { '2026 Autumn': { schoolDays: 4, duty: 'MUST_MEET' } },
        },
      },
      3,
    ),
    child(
      {
        // Past the last Friday in June of Year 11 nothing is owed.
        ...{
          key: 'glyn',
          given: 'Glyn',
          family: 'Larkin',
          dateOfBirth: '2010-02-14',
          ncYear: '11',
          asAt: '2026-07-15',
        },
        suspensions: [of(south, '2026-06-22', 20)],
        expect: {
          years: { '2025/26': { sessions: 20, lunchtimes: 0, schoolDays: 10, left: 35, over: false } },
          running: [{ after: '2026-06-22', schoolDays: 10, over: false }],
          ...{ sixthDays: [], governors: {} },
        },
      },
      4,
    ),
  ],
};
