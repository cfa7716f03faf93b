import { academicYear, academicYearOf } from '../../../platform/code-sets/academic-year.js';
import { schoolCensusDay } from '../../../platform/code-sets/school-census-day.js';
import { bankHolidaysBetween } from '../../../platform/code-sets/working-days.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { academicYearAsked } from '../../../platform/code-sets/academic-year-asked.js';

const MOST_DIMENSIONS = 3;

/**
 * What may be asked of a school year, `2026/27`.
 * @throws InvalidInput, naming the argument, for what is no academic year, one to come, more than three dimensions, or one twice.
 */
export function checkAsked(year: string, by: readonly string[], today: string): void {
  if (academicYearAsked(year) > academicYear(today)) throw new InvalidInput('academicYear must not be in the future.');
  if (by.length > MOST_DIMENSIONS) throw new InvalidInput('by must name three dimensions at most.');
  if (new Set(by).size < by.length) throw new InvalidInput('by must name no dimension twice.');
}

/** The first and the last day of a school year, and the bank holidays that tell on which days a school may be open. */
export function yearAsked(year: string): { from: string; to: string; bankHolidays: string[] } {
  const { from, to } = academicYearOf(`${year.slice(0, 4)}-09-01`);
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1];
  return { from, to, bankHolidays: bankHolidaysBetween(`${String(first)}-01-01`, `${String(last)}-12-31`) };
}

/** The day on which the pupils of a year are counted: that of its January census, or today where that is to come. */
export function pupilsOn(year: string, today: string): string {
  const census = schoolCensusDay(year);
  return census < today ? census : today;
}
