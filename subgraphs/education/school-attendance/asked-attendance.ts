import type { Entitlement } from '../../../platform/access/entitlement.js';
import { academicYearOf, academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { AttendanceBasis } from './attendance-basis.js';

/** What may be asked of a school's attendance, its days as they are given. */
export interface AttendanceAsked {
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: AttendanceBasis;
}

/** Two school years' registers: as far as is looked back at once. */
const MOST_YEARS = 2;

/**
 * The days asked for: those of the current academic year up to today where none are given.
 * @throws InvalidInput, naming the argument, for days out of order, to come, or of more than two years.
 */
export function daysAsked({ from, to }: AttendanceAsked, today: string): Days {
  const year = academicYearToDate(to ?? today);
  const days = { from: from ?? year.from, to: to ?? today };
  if (days.from > days.to) throw new InvalidInput('from must not be after to.');
  if (days.to > today) throw new InvalidInput('to must not be in the future.');
  const latest = `${String(Number(days.from.slice(0, 4)) + MOST_YEARS)}${days.from.slice(4)}`;
  if (days.to > latest) throw new InvalidInput('from and to must not be more than two years apart.');
  return days;
}

/**
 * What may be asked by whom is not told everything: figures of two periods, or of both bases, taken from each other would tell
 * of few.
 * @throws InvalidInput, naming the argument.
 */
export function checkAskable(days: Days, basis: AttendanceBasis, entitled: Entitlement | null, today: string): void {
  if (entitled !== 'SUPPRESSED') return;
  const year = academicYearOf(days.to);
  if (days.from !== year.from || (days.to !== year.to && days.to !== today))
    throw new InvalidInput(
      'from and to must be those of a whole academic year, or of this one to date, for your role.',
    );
  if (basis !== AttendanceBasis.ENROLMENT) throw new InvalidInput('basis must be ENROLMENT for your role.');
}
