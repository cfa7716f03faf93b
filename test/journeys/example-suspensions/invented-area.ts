import { upn } from '../../../sample/identifiers.js';
import type { Example, ExampleChild, ExampleSuspension } from './example.js';

type Told = Pick<ExampleChild, 'key' | 'given' | 'family' | 'dateOfBirth' | 'ncYear' | 'asAt' | 'suspensions'> &
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

/** Half-term, a bank holiday and an INSET day; two schools, whose calendars differ by one day. */
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
      },
      1,
    ),
    child(
      {
        // Over the summer, and exactly 45 in the first of the two years.
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
      },
      4,
    ),
  ],
};
