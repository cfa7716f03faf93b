import type { FileColumn } from '../csv/column.js';
import type { Answer } from '../gateway/answer.js';
import type { WaitingTimesQuery } from '../gateway/operations.generated.js';
import { figure, type Shown, shown, within } from '../gateway/shown.js';
import type { Band } from '../picture/bands.js';
import { counted, words } from '../words/codes.js';
import { timeText } from '../words/dates.js';
import type { WaitingFilter } from './list-filter.js';

export type Cell = NonNullable<WaitingTimesQuery['waitingTimes']>[number];

/** How long children wait: by service, and by the published bands. */
export interface TimesView {
  readonly services: readonly Cell[];
  readonly bands: readonly Band[];
  /** What was counted, and as at when, in a sentence. */
  readonly basis: string;
}

/** Who keeps lists: their own waits are told to them exactly. Others have figures of their own pages. */
const keepers: readonly string[] = ['camhs-clinician', 'salt-therapist', 'health-admin'];

export const keepsLists = (role: string): boolean => keepers.includes(role);

/** The band in weeks, as it is published, within a row: `18-52 weeks`. */
const bandText = (band: string): string => `${band.replace('-', '–')} weeks`;

const weeks = (value: number): string => `${value.toFixed(1)} weeks`;

const told = <T>(cell: Cell, value: T | null): Shown<T> => figure(value, cell.suppressed);

/** Where nobody waits no wait has a length. */
const lengthOf = (cell: Cell, length: number | null): Shown<string> | string =>
  cell.children === 0 ? 'Nobody waits' : within(told(cell, length), weeks);

/** What is told of each service’s waits, on the page and in the file. */
export const timesColumns: readonly FileColumn<Cell>[] = [
  { title: 'Service', text: ({ service }) => (service === null ? 'All' : words(service)) },
  { title: 'Children waiting', numeric: true, text: (cell) => told(cell, cell.children) },
  {
    title: 'Past the standard',
    numeric: true,
    text: (cell) => within(told(cell, cell.breachedClocks), (past) => counted(past, 'referral', 'referrals')),
  },
  { title: 'Half wait at most', numeric: true, text: (cell) => lengthOf(cell, cell.medianWeeks) },
  { title: '92 in 100 wait at most', numeric: true, text: (cell) => lengthOf(cell, cell.percentile92Weeks) },
];

const ofService = (cells: readonly Cell[], { service }: WaitingFilter): readonly Cell[] =>
  service === null ? cells : cells.filter((cell) => cell.service === service);

/** By what waits are divided for the bars: a child who waits for two services stands once where all are looked at. */
export const bandedBy = ({ service }: WaitingFilter) =>
  service === null ? ['BAND' as const] : ['SERVICE' as const, 'BAND' as const];

const bandsOf = (cells: readonly Cell[]): Band[] =>
  cells.flatMap(({ band, children }) => (band === null ? [] : [{ title: bandText(band), children }]));

/** The waits that the filter’s service has, or all of them. */
export function timesView(
  answers: { readonly services: Answer<WaitingTimesQuery>; readonly bands: Answer<WaitingTimesQuery> },
  filter: WaitingFilter,
): Shown<TimesView> {
  const of = (answer: Answer<WaitingTimesQuery>): Shown<readonly Cell[]> =>
    shown({ answer, path: ['waitingTimes'], domain: 'HEALTH', value: answer.data?.waitingTimes });
  const bands = of(answers.bands);
  if (bands.kind !== 'held' && bands.kind !== 'late') return bands;
  return within(of(answers.services), (cells) => {
    const services = ofService(cells, filter);
    const [first] = services;
    if (!first) return null;
    const basis = `Basis: ${first.basis}${first.asAt === null ? '' : `, as at ${timeText(first.asAt)}`}.`;
    return { services, bands: bandsOf(ofService(bands.value, filter)), basis };
  });
}
