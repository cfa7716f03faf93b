import { z } from 'zod';
import type { FileColumn } from '../csv/column.js';
import type { ReferralsQuery, WaitingTimesQuery } from '../gateway/operations.generated.js';
import { dayText, timeText } from '../words/dates.js';
import { basisOf, listOf, periodOf } from './file-of.js';
import { figure } from './figure.js';
import { compared, keys, toldBy } from './group.js';
import { day, divided } from './parameter.js';

type Wait = NonNullable<WaitingTimesQuery['waitingTimes']>[number];
type Referral = NonNullable<ReferralsQuery['referrals']>[number];

/** What a group of waits is of, by what it was divided by. */
const parts: Readonly<Record<string, FileColumn<Wait>>> = {
  SERVICE: { title: 'Service', text: ({ service }) => service ?? 'Not told' },
  PROVIDER: { title: 'Provider', text: ({ provider }) => provider?.name ?? provider?.id ?? 'Not told' },
  BAND: { title: 'Weeks waited', text: ({ band }) => band ?? 'Not told' },
  STATUS: { title: 'Status', text: ({ status }) => status ?? 'Not told' },
};

const waitColumns: FileColumn<Wait>[] = [
  toldBy('Children', ({ children }) => children),
  toldBy('Median, weeks', ({ medianWeeks }) => medianWeeks),
  toldBy('92nd percentile, weeks', ({ percentile92Weeks }) => percentile92Weeks),
  toldBy('Median, days', ({ medianDays }) => medianDays),
  toldBy('92nd percentile, days', ({ percentile92Days }) => percentile92Days),
  ...compared<Wait>('National ambition, %', ({ comparator }) => comparator),
];

const freshness = (cells: readonly { readonly asAt: string | null }[]): string => {
  const at = cells[0]?.asAt;
  return at == null ? 'Never received' : timeText(at);
};

const waitingTimes = figure({
  name: 'waiting-times',
  title: 'How long children have waited for health services',
  operation: 'WaitingTimes',
  takes: ['by', 'asAt'],
  parameters: z.strictObject({
    by: divided(['SERVICE', 'PROVIDER', 'BAND', 'STATUS'] as const, 3),
    asAt: day.optional(),
  }),
  fileOf: ({ waitingTimes: cells }, { by, asAt }) =>
    cells && {
      basis: basisOf(cells),
      ...{ period: asAt == null ? 'At the end of today' : `At the end of ${dayText(asAt)}`, asAt: freshness(cells) },
      columns: [...[by].flat().flatMap((part) => parts[part] ?? []), ...waitColumns],
      rows: listOf(cells),
    },
});

const referrals = figure({
  name: 'referrals',
  title: 'Referrals to health services',
  operation: 'Referrals',
  takes: ['from', 'to', 'by'],
  parameters: z.strictObject({
    from: day,
    to: day,
    by: divided(['SERVICE', 'AGE', 'SEX', 'ETHNICITY', 'SOURCE'] as const, 3),
  }),
  fileOf: ({ referrals: cells }, { from, to, by }) =>
    cells && {
      ...{ basis: basisOf(cells), period: periodOf(from, to), asAt: freshness(cells) },
      columns: [
        ...keys<Referral>([by].flat()),
        toldBy<Referral>('Referrals', (cell) => cell.referrals),
        toldBy<Referral>('Accepted', ({ accepted }) => accepted),
        toldBy<Referral>('Redirected', ({ redirected }) => redirected),
        toldBy<Referral>('Not accepted', ({ rejected }) => rejected),
        toldBy<Referral>('Days until the referrer was told, median', (cell) => cell.medianDaysToReferrerTold),
      ],
      rows: listOf(cells),
    },
});

/** Figures of health services. */
export const waitFigures = [waitingTimes, referrals] as const;
