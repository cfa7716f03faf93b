import { Temporal } from 'temporal-polyfill';
import { academicTerm } from '../../../platform/code-sets/academic-term.js';
import { mondayOf, schoolDays } from '../../../platform/code-sets/register-week.js';

/** Whether a school was open on a day; null where it is not known. */
type IsSchoolDay = (urn: string, day: string) => boolean | null;

/**
 * Whether two days, the first of them first, lie in one half-term of a school: no week between them is one in which the school was
 * closed from Monday to Friday. Where of some week between nothing is known, days in different terms of the year as returns
 * have it are taken to lie in different half-terms.
 */
export function inOneHalfTerm(urn: string, first: string, second: string, isSchoolDay: IsSchoolDay): boolean {
  const weeks = weeksBetween(first, second).map((monday) => weekOf(urn, monday, isSchoolDay));
  if (weeks.includes('CLOSED')) return false;
  return !weeks.includes('UNKNOWN') || academicTerm(first) === academicTerm(second);
}

function weekOf(urn: string, monday: string, isSchoolDay: IsSchoolDay): 'OPEN' | 'CLOSED' | 'UNKNOWN' {
  const days = schoolDays(monday).map((day) => isSchoolDay(urn, day));
  if (days.includes(true)) return 'OPEN';
  return days.includes(null) ? 'UNKNOWN' : 'CLOSED';
}

/** The Mondays after a day’s own week and before another’s. */
function weeksBetween(first: string, second: string): string[] {
  const mondays: string[] = [];
  const last = mondayOf(second);
  for (let monday = weekAfter(mondayOf(first)); monday < last; monday = weekAfter(monday)) mondays.push(monday);
  return mondays;
}

const weekAfter = (monday: string): string => Temporal.PlainDate.from(monday).add({ days: 7 }).toString();
