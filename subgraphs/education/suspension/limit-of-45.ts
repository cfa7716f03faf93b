import { academicYear } from '../../../platform/code-sets/academic-year.js';
import {
  type CountedSuspension,
  type IsSchoolDay,
  lunchtimesOf,
  servedSessions,
  sessionsOf,
} from './served-sessions.js';

/** What a pupil's suspensions of one school year come to against the limit. */
export interface YearOfSuspensions {
  readonly sessions: number;
  readonly lunchtimes: number;
  /** In halves: a session is one, and so is a lunchtime. */
  readonly schoolDays: number;
  readonly left: number;
  readonly over: boolean;
  /** A sentence from 40 days on; null below. */
  readonly warning: string | null;
}

/** School days in a school year. Source: School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, reg 4. */
const LIMIT = 45;
/** Ours: a last week's notice. */
const WARNED_FROM = 40;

/** How many of a suspension's sessions lie in each school year, by the day of each. Those on no known day count where it began. */
export function sessionsByYear(suspension: CountedSuspension, isSchoolDay: IsSchoolDay): Map<string, number> {
  const years = new Map<string, number>();
  const add = (year: string, count: number): void => {
    years.set(year, (years.get(year) ?? 0) + count);
  };
  const placed = servedSessions(suspension, isSchoolDay);
  for (const { on } of placed) add(academicYear(on), 1);
  const unplaced = sessionsOf(suspension) - placed.length;
  if (unplaced > 0) add(academicYear(suspension.startedOn), unplaced);
  return years;
}

/**
 * What the suspensions of a child, from whichever schools, come to in a school year: the 45 are the child's, and exactly 45 is
 * within. A suspension counts whole once it is decided on. The school year is taken to begin on 1 September.
 */
export function yearOf(
  suspensions: readonly CountedSuspension[],
  year: string,
  isSchoolDay: IsSchoolDay,
): YearOfSuspensions {
  const sessions = suspensions.reduce((sum, one) => sum + (sessionsByYear(one, isSchoolDay).get(year) ?? 0), 0);
  const ofYear = suspensions.filter(({ startedOn }) => academicYear(startedOn) === year);
  const lunchtimes = ofYear.reduce((sum, one) => sum + lunchtimesOf(one), 0);
  const schoolDays = (sessions + lunchtimes) / 2;
  const left = Math.max(0, LIMIT - schoolDays);
  return { sessions, lunchtimes, schoolDays, left, over: schoolDays > LIMIT, warning: warningOf(schoolDays, left) };
}

function warningOf(schoolDays: number, left: number): string | null {
  if (schoolDays > LIMIT)
    return `The child was suspended for ${schoolDays} school days in this school year: more than the ${LIMIT} that the law allows (SI 2012/1033).`;
  if (schoolDays < WARNED_FROM) return null;
  return `The child was suspended for ${schoolDays} school days in this school year: ${left} are left of the ${LIMIT} that the law allows (SI 2012/1033).`;
}
