import { Value } from '../component/value.js';
import type { FileColumn } from '../csv/column.js';
import type { Shown } from '../gateway/shown.js';
import { capital, words } from '../words/codes.js';
import { besideText, type Card, type Cell, type CohortCell, type SixthDays, told } from './suspensions.view.js';

export const number = (value: number): string => value.toLocaleString('en-GB');
export const rate = (value: number): string => value.toFixed(2);

/** What is told of a group in place of a number: which of the six answers, or words. */
type Told = Shown<number> | string;

/** A column of numbers: as they are written on the page, and in the file as they were told. */
const numbers = <Row,>(
  title: string,
  of: (row: Row) => Told,
  as: (value: number) => string,
  role: string,
): FileColumn<Row> => ({
  ...{ title, numeric: true, text: of },
  of: (row) => {
    const value = of(row);
    return typeof value === 'string' ? <span class="app-none">{value}</span> : <Value of={value} as={as} role={role} />;
  },
});

/** The cards of a page as rows: its numbers, and what stands beside each. */
export const cardColumns: readonly FileColumn<Card>[] = [
  { title: 'Figure', text: ({ title }) => capital(title) },
  { title: 'Number', numeric: true, text: ({ value }) => value },
  { title: 'Beside it', text: ({ beside, unit }) => beside ?? (unit === 'rate' ? 'Not published' : 'None') },
];

export interface SixthDayRow {
  readonly title: string;
  readonly value: Shown<number>;
}

export const sixthDayRows = ({ due, inTime, late, missing }: SixthDays): SixthDayRow[] =>
  [
    ['Owed', due] as const,
    ['In place in time', inTime] as const,
    ['In place late', late] as const,
    ['Missing', missing] as const,
  ].map(([title, value]) => ({ title, value: told(value, null) }));

export const sixthDayColumns = (role: string): readonly FileColumn<SixthDayRow>[] => [
  { title: 'Provision', text: ({ title }) => title },
  numbers('How often', ({ value }) => value, number, role),
];

const phaseText = (key: string | undefined): string =>
  key === undefined ? 'All' : key === 'UNKNOWN' ? 'Not known' : key;

/** What is told of each phase of education, on the page and in the file. */
export function phaseColumns(role: string): readonly FileColumn<Cell>[] {
  const count = (title: string, of: (cell: Cell) => number | null, as = number) =>
    numbers<Cell>(title, (cell) => told(of(cell), cell.pupils), as, role);
  return [
    { title: 'Phase', text: ({ key }) => phaseText(key[0]) },
    count('Pupils', ({ pupils }) => pupils),
    count('Suspensions', ({ suspensions }) => suspensions),
    count('For every 100 pupils', ({ suspensionsPer100 }) => suspensionsPer100, rate),
    { title: 'Beside it', text: ({ comparator }) => besideText(comparator) ?? 'Not published' },
    count('Permanent exclusions', ({ permanentExclusions }) => permanentExclusions),
  ];
}

/** What is told of each group of children with a social worker: what is neither hidden nor there, no school told of yet. */
export function cohortColumns(role: string): readonly FileColumn<CohortCell>[] {
  const count = (title: string, of: (cell: CohortCell) => number | null, as = number) =>
    numbers<CohortCell>(
      title,
      (cell) => (of(cell) === null && !cell.suppressed ? 'No school has told of any' : told(of(cell), null)),
      as,
      role,
    );
  return [
    { title: 'Children who are', text: ({ cohort }) => words(cohort) },
    count('Suspensions', ({ suspensions }) => suspensions),
    count('For every 100 children', ({ suspensionsPer100 }) => suspensionsPer100, rate),
    count('Suspended, of every 100', ({ childrenSuspendedPer100 }) => childrenSuspendedPer100, rate),
    { title: 'Beside it', text: ({ comparatorOfChildren }) => besideText(comparatorOfChildren) ?? 'Not published' },
    count('Permanent exclusions', ({ permanentExclusions }) => permanentExclusions),
  ];
}
