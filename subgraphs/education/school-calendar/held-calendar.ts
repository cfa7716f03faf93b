import { academicYear } from '../../../platform/code-sets/academic-year.js';
import type { CalendarSpan } from './calendar-span.js';

/**
 * The calendar of one school, from what is told of the school itself and of its area. A school that names its own terms of an
 * academic year has a calendar of its own that year, as academies may; one that names closures and INSET days alone adds them
 * to its area’s. A span is of the academic year in which it begins.
 */
export function heldCalendar(own: readonly CalendarSpan[], area: readonly CalendarSpan[]): CalendarSpan[] {
  const ownYears = new Set(own.filter(({ kind }) => kind === 'TERM').map(({ from }) => academicYear(from)));
  return [...own, ...area.filter(({ from }) => !ownYears.has(academicYear(from)))];
}
