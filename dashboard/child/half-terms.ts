import type { WeekOfAttendance } from '../picture/timeline-axis.js';
import { daysFrom } from '../words/dates.js';

/** A half term of a child’s register: its sums, and the weeks they are of. */
export interface HalfTerm {
  /** `Autumn 2, 2026`. */
  readonly name: string;
  readonly attended: number;
  readonly possible: number;
  /** Oldest first. */
  readonly weeks: readonly WeekOfAttendance[];
}

/** Easter Monday of a year: the day after the Sunday of the Gregorian computus, by Butcher’s rule. */
function easterMonday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - f + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const of = h + l - 7 * m + 114;
  const day = String((of % 31) + 1).padStart(2, '0');
  return daysFrom(`${year}-0${Math.floor(of / 31)}-${day}`, 1);
}

/** The days from which half terms are counted: in or before the holidays that part them at most schools of England. */
const begins = (year: number): readonly (readonly [from: string, name: string])[] => [
  [`${year}-08-28`, 'Autumn 1'],
  [`${year}-10-23`, 'Autumn 2'],
  [`${year}-12-25`, 'Spring 1'],
  [`${year + 1}-02-12`, 'Spring 2'],
  [easterMonday(year + 1), 'Summer 1'],
  [`${year + 1}-05-25`, 'Summer 2'],
];

/**
 * The half term of a week, by its Monday. Dates decide and not the school’s own closures, so that a week closed for snow
 * parts no half term in two; the holidays themselves have no session and count nowhere.
 */
export function halfTermOf(monday: string): string {
  const year = Number(monday.slice(0, 4));
  const counted = begins(monday < `${year}-08-28` ? year - 1 : year);
  const name = counted.findLast(([from]) => from <= monday)?.[1] ?? '';
  // The first days of January may be of a week that begins in December: it is the spring’s of the year to come.
  return `${name}, ${name === 'Spring 1' && monday.slice(5) >= '12-25' ? year + 1 : year}`;
}

/** A child’s half terms, newest first. */
export function halfTermsOf(weeks: readonly WeekOfAttendance[]): HalfTerm[] {
  const byName = new Map<string, WeekOfAttendance[]>();
  for (const week of weeks) {
    const name = halfTermOf(week.weekBeginning);
    byName.set(name, [...(byName.get(name) ?? []), week]);
  }
  return [...byName]
    .map(([name, of]) => ({
      ...{ name, weeks: of },
      attended: of.reduce((sum, { attended }) => sum + attended, 0),
      possible: of.reduce((sum, { possible }) => sum + possible, 0),
    }))
    .filter(({ weeks: of }) => of.some(({ state }) => state !== 'CLOSED'))
    .toReversed();
}

/** `76%` and `38 of 50`, or why there is no figure; and of how many weeks nothing was received. */
export function halfTermText({ attended, possible, weeks }: HalfTerm): readonly [figure: string, basis: string] {
  const missing = weeks.filter(({ state }) => state === 'NOT_RECEIVED').length;
  if (possible === 0) return [missing === 0 ? 'No session held' : 'Not received', ''];
  const unknown = missing === 0 ? '' : `; ${missing} ${missing === 1 ? 'week' : 'weeks'} not received`;
  return [`${Math.round((attended / possible) * 100)}%`, `${attended} of ${possible}${unknown}`];
}

/** What is known of a week, in words. */
export function weekText({
  state,
  attended,
  possible,
  authorisedAbsence,
  unauthorisedAbsence,
}: WeekOfAttendance): string {
  if (state === 'CLOSED') return 'School closed';
  if (state === 'NOT_RECEIVED') return 'Not received';
  if (possible === 0) return 'No session held';
  const absent = [
    authorisedAbsence > 0 ? `${authorisedAbsence} authorised` : '',
    unauthorisedAbsence > 0 ? `${unauthorisedAbsence} not authorised` : '',
  ].filter((part) => part !== '');
  return `${attended} of ${possible}${absent.length === 0 ? '' : `; absent: ${absent.join(', ')}`}`;
}
