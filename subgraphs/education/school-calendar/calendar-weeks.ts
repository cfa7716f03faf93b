import { Temporal } from 'temporal-polyfill';
import { mondayOf, nextMonday, schoolDays } from '../../../platform/code-sets/register-week.js';
import type { KnownSchoolWeek } from '../../../platform/code-sets/school-days.js';
import { isBankHoliday } from '../../../platform/code-sets/working-days.js';
import type { CalendarKind, CalendarSpan } from './calendar-span.js';

/** What a calendar says of a week, of whichever school it is. */
export type CalendarWeek = Pick<KnownSchoolWeek, 'weekBeginning' | 'calendarDays' | 'openDays'>;

/** First and last day, both included. */
type Reach = Pick<CalendarSpan, 'from' | 'until'>;

/**
 * The longest holiday, in days: the summer’s is six weeks and a little more. Where more lies between two terms, one that was
 * between them is not held. Ours.
 */
const longestHoliday = 56;

const byFrom = (a: Reach, b: Reach): number => (a.from < b.from ? -1 : Number(a.from > b.from));

/** Whether a term is missing between the last day of one and the first day of the next. */
export const isGap = (until: string, from: string): boolean =>
  Temporal.PlainDate.from(until).until(from).days > longestHoliday;

/** The days of which a calendar speaks: from the first of a term to the last of those that follow it without a gap. */
function reachesOf(spans: readonly CalendarSpan[]): Reach[] {
  const reaches: Reach[] = [];
  for (const { from, until } of spans.filter(({ kind }) => kind === 'TERM').sort(byFrom)) {
    const last = reaches.at(-1);
    if (!last || isGap(last.until, from)) reaches.push({ from, until });
    else reaches[reaches.length - 1] = { from: last.from, until: until > last.until ? until : last.until };
  }
  return reaches;
}

/**
 * A calendar week by week, those of which it speaks. A school is open on a weekday in a term that is neither closed, nor an
 * INSET day, nor a bank holiday; of a day in a year whose bank holidays are not held, the calendar does not speak.
 */
export function calendarWeeks(spans: readonly CalendarSpan[]): CalendarWeek[] {
  const within = (on: string, ...kinds: CalendarKind[]): boolean =>
    spans.some(({ kind, from, until }) => kinds.includes(kind) && from <= on && on <= until);
  const reaches = reachesOf(spans);
  const spoken = (on: string): boolean =>
    isBankHoliday(on) !== null && reaches.some(({ from, until }) => from <= on && on <= until);
  const open = (on: string): boolean =>
    spoken(on) && within(on, 'TERM') && !within(on, 'CLOSED', 'INSET') && isBankHoliday(on) === false;
  return mondaysOf(reaches).map((weekBeginning) => {
    const days = schoolDays(weekBeginning);
    return { weekBeginning, calendarDays: bitsOf(days, spoken), openDays: bitsOf(days, open) };
  });
}

const bitsOf = (days: readonly string[], holds: (on: string) => boolean): number =>
  days.reduce((bits, on, weekday) => bits | (holds(on) ? 1 << weekday : 0), 0);

function mondaysOf(reaches: readonly Reach[]): string[] {
  const mondays = new Set<string>();
  for (const { from, until } of reaches) {
    for (let monday = mondayOf(from); monday <= until; monday = nextMonday(monday)) mondays.add(monday);
  }
  return [...mondays];
}
