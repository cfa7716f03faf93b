import { isBankHoliday } from '../platform/code-sets/working-days.js';
import { addDays, dayOfWeek } from './dates.js';

/** One weekday of the academic year. */
export interface SchoolDay {
  readonly date: string;
  /** A planned closure: registers show `#`. */
  readonly closed: boolean;
}

/** Days of one kind, both ends included, as a school calendar tells them. */
export interface CalendarSpan {
  readonly kind: 'TERM' | 'CLOSED' | 'INSET';
  readonly from: string;
  readonly until: string;
}

/** An academic year, 1 September to 31 August, as it stands at a day. */
export interface AcademicYear {
  /** The year of its September, for example 2026. */
  readonly year: number;
  readonly startsOn: string;
  /** Weekdays from 1 September to the as-at date, the summer holiday left out. */
  readonly days: readonly SchoolDay[];
  /** It was over before the area is seen: every reason for absence has been found. */
  readonly over: boolean;
  /** The whole year's calendar, days to come included. */
  readonly calendar: readonly CalendarSpan[];
}

/** The academic year of `asAt`, with the school days up to and including it. */
export function academicYearOf(asAt: string): AcademicYear {
  return academicYear(Number(asAt.slice(0, 4)) - (asAt.slice(5) < '09-01' ? 1 : 0), asAt);
}

/** The academic year before that of `asAt`, whole. */
export function academicYearBefore(asAt: string): AcademicYear {
  return academicYear(academicYearOf(asAt).year - 1, asAt);
}

/** The days of a year on which schools are open, as far as it has come. */
export const openDays = ({ days }: AcademicYear): readonly string[] =>
  days.filter(({ closed }) => !closed).map(({ date }) => date);

function academicYear(year: number, asAt: string): AcademicYear {
  const startsOn = `${String(year)}-09-01`;
  const calendar = calendarOf(year);
  const shut = calendar.filter(({ kind }) => kind !== 'TERM');
  const last = [asAt, summerFrom(year)].sort()[0] ?? asAt;
  const days: SchoolDay[] = [];
  for (let date = startsOn; date <= last; date = addDays(date, 1)) {
    if (dayOfWeek(date) > 5) continue;
    const inTerm = calendar.some(({ kind, from, until }) => kind === 'TERM' && from <= date && date <= until);
    const closed = !inTerm || shut.some(({ from, until }) => from <= date && date <= until);
    days.push({ date, closed: closed || isBankHoliday(date) === true });
  }
  return { year, startsOn, days, over: `${String(year + 1)}-08-31` < asAt, calendar };
}

/** The last day of the summer term. */
const summerFrom = (year: number): string => `${String(year + 1)}-07-21`;

/**
 * One published pattern of terms: half terms, Christmas and two weeks at Easter. Gives 26 to 30 October in 2026, as
 * national-figures.md §18 does. Bank holidays are in no calendar: the law knows them. Staff alone come in on three days.
 */
function calendarOf(year: number): readonly CalendarSpan[] {
  const next = String(year + 1);
  const october = mondayOnOrAfter(`${String(year)}-10-25`);
  const christmas = mondayOnOrAfter(`${String(year)}-12-19`);
  const spring = mondayOnOrAfter(`${next}-01-02`);
  const february = mondayOnOrAfter(`${next}-02-15`);
  const easter = mondayOnOrAfter(`${next}-03-28`);
  const summer = addDays(easter, 14);
  const may = mondayOnOrAfter(`${next}-05-25`);
  const week = (from: string): CalendarSpan => ({ kind: 'CLOSED', from, until: addDays(from, 4) });
  const inset = (on: string): CalendarSpan => ({ kind: 'INSET', from: on, until: on });
  return [
    { kind: 'TERM', from: `${String(year)}-09-01`, until: addDays(christmas, -3) },
    { kind: 'TERM', from: spring, until: addDays(easter, -3) },
    { kind: 'TERM', from: summer, until: summerFrom(year) },
    ...[october, february, may].map(week),
    ...[spring, afterHoliday(summer), addDays(may, 7)].map(inset),
  ];
}

function mondayOnOrAfter(date: string): string {
  return addDays(date, (8 - dayOfWeek(date)) % 7);
}

const afterHoliday = (date: string): string => (isBankHoliday(date) === true ? addDays(date, 1) : date);
