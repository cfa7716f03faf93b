import { addDays, dayOfWeek } from './dates.js';

/** One weekday of the academic year. */
export interface SchoolDay {
  readonly date: string;
  /** A planned closure: registers show `#`. */
  readonly closed: boolean;
}

/** The academic year, 1 September to 31 August, that holds a date. */
export interface AcademicYear {
  /** The year of its September, for example 2026. */
  readonly year: number;
  readonly startsOn: string;
  /** Weekdays from 1 September to the as-at date, the summer holiday left out. */
  readonly days: readonly SchoolDay[];
}

/** The academic year of `asAt`, with the school days up to and including it. */
export function academicYearOf(asAt: string): AcademicYear {
  const year = Number(asAt.slice(0, 4)) - (asAt.slice(5) < '09-01' ? 1 : 0);
  const startsOn = `${String(year)}-09-01`;
  const last = [asAt, `${String(year + 1)}-07-21`].sort()[0] ?? asAt;
  const closures = closuresOf(year);
  const days: SchoolDay[] = [];
  for (let date = startsOn; date <= last; date = addDays(date, 1)) {
    if (dayOfWeek(date) > 5) continue;
    days.push({ date, closed: closures.some(([from, until]) => from <= date && date < until) });
  }
  return { year, startsOn, days };
}

/**
 * One published pattern of holidays, as half-open intervals: half terms, Christmas, two weeks at Easter, early May.
 * Gives 26 to 30 October in 2026, as national-figures.md §18 does.
 */
function closuresOf(year: number): readonly (readonly [from: string, until: string])[] {
  const next = String(year + 1);
  const october = mondayOnOrAfter(`${String(year)}-10-25`);
  const christmas = mondayOnOrAfter(`${String(year)}-12-19`);
  const february = mondayOnOrAfter(`${next}-02-15`);
  const easter = mondayOnOrAfter(`${next}-03-28`);
  const earlyMay = mondayOnOrAfter(`${next}-05-01`);
  const may = mondayOnOrAfter(`${next}-05-25`);
  return [
    [october, addDays(october, 7)],
    [christmas, mondayOnOrAfter(`${next}-01-02`)],
    [february, addDays(february, 7)],
    [easter, addDays(easter, 14)],
    [earlyMay, addDays(earlyMay, 1)],
    [may, addDays(may, 7)],
  ];
}

function mondayOnOrAfter(date: string): string {
  return addDays(date, (8 - dayOfWeek(date)) % 7);
}
