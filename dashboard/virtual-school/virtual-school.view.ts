import type { Answer } from '../gateway/answer.js';
import type { VirtualSchoolFiguresQuery } from '../gateway/operations.generated.js';
import { figure, type Shown, shown, within } from '../gateway/shown.js';
import type { TrendLine } from '../picture/trend.js';
import { dayText, timeText } from '../words/dates.js';

type Figures = NonNullable<VirtualSchoolFiguresQuery['byWeek']>;
type Group = Figures['groups'][number];

export interface FiguresView {
  readonly thisWeek: Shown<number>;
  readonly persistent: Shown<number>;
  readonly severe: Shown<number>;
  readonly suspended: Shown<number>;
  readonly children: Shown<number>;
  /** What the figures say, in a sentence with the numbers. */
  readonly sentence: string;
  readonly lines: readonly TrendLine[];
  readonly groups: readonly Group[];
  /** What was counted, and as at when, in a sentence. */
  readonly basis: string;
  /** Why the period may not be set beside others; null where it may. */
  readonly note: string | null;
}

/** The figures of a group, week by week, and the sentence they come to. */
export function figuresView(answer: Answer<VirtualSchoolFiguresQuery>): Shown<FiguresView> {
  const byWeek = answer.data?.byWeek;
  const found = shown({ answer, path: ['byWeek'], domain: 'VIRTUAL_SCHOOL', value: byWeek });
  const year = answer.data?.thisYear;
  const whole = shown({ answer, path: ['thisYear'], domain: 'VIRTUAL_SCHOOL', value: year?.groups[0] });
  return within(found, ({ groups: given, basis, asAt }) => {
    const groups = given.toSorted((one, other) => (weekOf(one) < weekOf(other) ? -1 : 1));
    const last = groups.at(-1);
    if (!last) return null;
    return {
      thisWeek: figure(last.attendancePercent, last.suppressed),
      persistent: ofYear(whole, ({ persistentlyAbsentPercent }) => persistentlyAbsentPercent),
      severe: ofYear(whole, ({ severelyAbsentPercent }) => severelyAbsentPercent),
      suspended: ofYear(whole, ({ suspensionsPer100 }) => suspensionsPer100),
      children: figure(last.children, last.suppressed),
      sentence: sentenceOf(groups),
      lines: linesOf(groups),
      groups,
      basis: `Basis: ${basis}${asAt === null ? '' : `, as at ${timeText(asAt)}`}.`,
      note: noteOf([byWeek, year]),
    };
  });
}

/** Why some of what is shown may not be set beside other weeks; null where all of it may. */
function noteOf(shownOf: readonly (Figures | null | undefined)[]): string | null {
  const apart = shownOf.find((one) => one?.comparable === false);
  return apart ? (apart.comparableNote ?? 'Some of these weeks may not be set beside others.') : null;
}

/** A figure of the whole school year to date. */
function ofYear(whole: Shown<Group>, valueOf: (group: Group) => number | null): Shown<number> {
  if (whole.kind !== 'held') return whole.kind === 'late' ? { kind: 'none', seesAll: true } : whole;
  return figure(valueOf(whole.value), whole.value.suppressed);
}

const weekOf = ({ key }: Group): string => key[0] ?? '';

/** What stands beside a week; nothing where the week may not be set beside anything. */
const beside = (group: Group, percentOf: (group: Group) => number | null | undefined): number | null =>
  group.comparable ? (percentOf(group) ?? null) : null;

/** Where a line is of nothing at all, it is not drawn. */
export function linesOf(groups: readonly Group[]): TrendLine[] {
  const besides = (percentOf: (group: Group) => number | null | undefined) =>
    groups.map((group) => ({ week: weekOf(group), percent: beside(group, percentOf) }));
  const own = groups.map((group) => ({
    ...{ week: weekOf(group), percent: group.attendancePercent, apart: !group.comparable },
  }));
  const lines: TrendLine[] = [
    { kind: 'ours', title: 'These children', points: own },
    { kind: 'national', title: 'England', points: besides(({ national }) => national?.percent) },
    { kind: 'last-year', title: 'Last year', points: besides(({ lastYear }) => lastYear?.percent) },
  ];
  return lines.filter(({ kind, points }) => kind === 'ours' || points.some(({ percent }) => percent !== null));
}

/**
 * `85.4% in the week of 23 Nov 2026, 4.3 points lower than in the week of 7 Sep 2026`: with the first week that may be set beside
 * it, and with none where it may not be set beside others.
 */
export function sentenceOf(groups: readonly Group[]): string {
  const told = groups.filter(({ attendancePercent }) => attendancePercent !== null);
  const last = told.at(-1);
  if (last?.attendancePercent == null) return 'Of no week is a figure told.';
  const now = `${last.attendancePercent.toFixed(1)}% in the week of ${dayText(weekOf(last))}`;
  if (!last.comparable) return `${now}, which may not be set beside others.`;
  const first = told.find(({ comparable }) => comparable);
  if (first?.attendancePercent == null || first === last) return `${now}.`;
  const points = last.attendancePercent - first.attendancePercent;
  const moved = `${Math.abs(points).toFixed(1)} points ${points < 0 ? 'lower' : 'higher'} than in the week of ${dayText(weekOf(first))}`;
  return `${now}, ${Math.abs(points) < 0.05 ? `as in the week of ${dayText(weekOf(first))}` : moved}.`;
}

interface TrendWeek {
  readonly state: string;
}

/** What is said of a child of whom nothing stands out: where no register came of these weeks, nothing is known. */
export const nothingText = (trend: readonly TrendWeek[]): string =>
  trend.every(({ state }) => state === 'NOT_RECEIVED') ? 'No register was received' : 'Nothing stands out';

/** Sessions of the week; a week in which the school was closed is not one that was not received. */
export function weekText(
  week: { readonly attended: number; readonly possible: number } | null,
  trend: readonly TrendWeek[],
): string {
  if (trend.at(-1)?.state === 'CLOSED') return 'School closed';
  return week === null || week.possible === 0 ? 'Not received' : `${week.attended} of ${week.possible}`;
}
