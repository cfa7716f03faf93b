import { attendanceCode } from '../../platform/code-sets/attendance-codes.js';
import { AttendanceCategory } from '../../platform/vocabulary/attendance-category.js';
import type { AcademicYear } from '../calendar.js';
import type { Enrolment } from '../child.js';
import { marksOf } from '../marks.js';
import type { Random } from '../random.js';

/** Sessions of some days. */
export interface Sessions {
  readonly possible: number;
  readonly missed: number;
}

/** What a year's register and suspensions of one roll come to. */
export interface RollCounts {
  readonly year: Sessions;
  /** From September to the day before Christmas. */
  readonly autumn: Sessions;
  readonly suspensions: number;
  readonly exclusions: number;
}

const { PRESENT, APPROVED_EDUCATIONAL_ACTIVITY, AUTHORISED_ABSENCE, UNAUTHORISED_ABSENCE } = AttendanceCategory;
const missed: readonly AttendanceCategory[] = [AUTHORISED_ABSENCE, UNAUTHORISED_ABSENCE];
const possible: readonly AttendanceCategory[] = [PRESENT, APPROVED_EDUCATIONAL_ACTIVITY, ...missed];

/** Counts as the department does: what is no possible session, at this school, is in neither. */
export function rollCounts(roll: Enrolment, year: AcademicYear, random: Random): RollCounts {
  const [whole, autumn] = [
    { possible: 0, missed: 0 },
    { possible: 0, missed: 0 },
  ];
  for (const { date, am, pm } of marksOf(roll, year, random)) {
    const kinds = [am, pm].flatMap((code) => attendanceCode(code, date)?.category ?? []);
    const sums = date < `${String(year.year)}-12-25` ? [whole, autumn] : [whole];
    for (const sum of sums) {
      sum.possible += kinds.filter((kind) => possible.includes(kind)).length;
      sum.missed += kinds.filter((kind) => missed.includes(kind)).length;
    }
  }
  const end = `${String(year.year + 1)}-08-31`;
  const told = (roll.pattern.suspensions ?? []).filter(({ from }) => year.startsOn <= from && from <= end);
  const standing = told.filter(({ cancelled }) => cancelled === undefined);
  return {
    ...{ year: whole, autumn },
    suspensions: standing.filter(({ category }) => category !== 'PERM').length,
    exclusions: standing.filter(({ category }) => category === 'PERM').length,
  };
}
