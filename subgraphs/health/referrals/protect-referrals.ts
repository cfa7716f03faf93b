import { protectTable, protectUnion, type TableShown } from '../../../platform/figures/protect.js';
import { isSmall } from '../../../platform/figures/suppress.js';
import type { ReferralsCount } from './referrals-row.js';

/** The outcomes that are told of a group, in the order in which they are given up, the last one first. */
const told = ['ACCEPTED', 'REJECTED', 'REDIRECTED'] as const;
/** And what is left when those are taken from all: never told, but to be worked out. */
const every = [...told, 'NONE'] as const;

/** How many children of a group have a referral of each outcome. */
type Row = Readonly<Record<(typeof every)[number], number>>;

/** Referrals are counted over the area: no school stands behind a number of them. */
const ANY_SCHOOLS = Number.POSITIVE_INFINITY;

/** What may be told of one dimension, or of all together, to whom small numbers are hidden from. */
export interface ReferralsShown extends TableShown {
  /** How many of accepted, rejected and redirected are told of each group that is not hidden. */
  readonly outcomes: number;
}

/**
 * What may be told of one dimension over a period. A group is told only where it is told in each quarter of the period or has
 * no child in it, so that one period taken from another leaves nothing that is not told by itself. Of outcomes the first so
 * many are told of every group that no small number is left, nor can be worked out: not of a group's others, and not of the
 * hidden groups together. It is the same for all groups, and no more of them than of the undivided whole.
 */
export function protectReferrals(dimension: string, counts: readonly ReferralsCount[]): ReferralsShown {
  const tables = tablesOf(dimension, counts);
  const shown = protectUnion(tables.map((table) => hiddenOf(table)));
  const outcomes = tables.map((table) => outcomesOf(table, shown.hidden));
  return { ...shown, outcomes: Math.min(told.length, ...outcomes) };
}

/** Whether nothing at all may be told of all together: all groups of some way to divide them are hidden, or they are few. */
export function isWholeHidden(counts: readonly ReferralsCount[]): boolean {
  const dimensions = [...new Set(counts.map(({ dimension }) => dimension))];
  return dimensions.some((dimension) => {
    const values = new Set(counts.filter((one) => one.dimension === dimension).map(({ value }) => value));
    return values.size > 0 && protectReferrals(dimension, counts).hidden.size === values.size;
  });
}

interface Table {
  readonly all: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, Row>;
}

/** The tables of one dimension, one of each quarter. */
function tablesOf(dimension: string, counts: readonly ReferralsCount[]): Table[] {
  const own = counts.filter((one) => one.dimension === dimension);
  return [...new Set(own.map(({ quarter }) => quarter))].map((quarter) => {
    const cells = own.filter((one) => one.quarter === quarter);
    const whole = cells.filter(({ outcome }) => outcome === '');
    return {
      all: new Map(whole.map(({ value, children }) => [value, children])),
      rows: new Map(whole.map(({ value }) => [value, rowOf(cells.filter((cell) => cell.value === value))])),
    };
  });
}

function rowOf(cells: readonly ReferralsCount[]): Row {
  const of = (outcome: string): number => cells.find((cell) => cell.outcome === outcome)?.children ?? 0;
  return { ACCEPTED: of('ACCEPTED'), REJECTED: of('REJECTED'), REDIRECTED: of('REDIRECTED'), NONE: of('NONE') };
}

/** Groups by name, what is not known before them: what tells least gives way first. */
function hiddenOf({ all }: Table): TableShown {
  const ordered = [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return protectTable(ordered.map(([value, children]) => ({ value, children, schools: ANY_SCHOOLS })));
}

/** How many outcomes may be told of a quarter's groups. */
function outcomesOf({ rows }: Table, hidden: ReadonlySet<string>): number {
  const shown = [...rows].filter(([value]) => !hidden.has(value)).map(([, row]) => row);
  const together = [...rows].filter(([value]) => hidden.has(value)).map(([, row]) => row);
  const groups = together.length > 0 ? [...shown, together.reduce(atLeast)] : shown;
  const possible = told.map((_, at) => at + 1).filter((many) => groups.every((row) => mayTell(row, many)));
  return Math.max(0, ...possible);
}

/** Of several groups together at least as many children as of the largest: one child may be in two of them. */
const atLeast = (one: Row, other: Row): Row => ({
  ACCEPTED: Math.max(one.ACCEPTED, other.ACCEPTED),
  REJECTED: Math.max(one.REJECTED, other.REJECTED),
  REDIRECTED: Math.max(one.REDIRECTED, other.REDIRECTED),
  NONE: Math.max(one.NONE, other.NONE),
});

function mayTell(row: Row, many: number): boolean {
  const rest = Math.max(...every.slice(many).map((outcome) => row[outcome]));
  return !every.slice(0, many).some((outcome) => isSmall(row[outcome])) && !isSmall(rest);
}
