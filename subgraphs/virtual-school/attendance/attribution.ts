import { type Days, measureAttendance } from '../../../platform/code-sets/attendance-measures.js';
import type { SchoolRegister } from '../../../platform/code-sets/sessions.js';
import { holds } from '../../../platform/ingest/interval.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import type { HeldInterval } from '../cohort/held-interval.js';

/**
 * Attendance while a status was held: the sessions of the given days (both inclusive) that fall on a day inside any of
 * the intervals. Intervals may overlap; a session counts once. Not held at all gives no possible sessions, and null
 * rates. Source: domain.md §5, temporal join of session date and status interval.
 */
export function attendanceWhile(
  registers: readonly SchoolRegister[],
  held: readonly HeldInterval[],
  days: Days,
): Attendance {
  return measureAttendance(registers, days, (on) => held.some((one) => holds(one, on)));
}
