import { countsInLife } from '../../../platform/access/lifetime.js';
import { type Days, measureAttendance } from '../../../platform/code-sets/attendance-measures.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { unpackWeek } from '../../../platform/code-sets/marks.js';

/** One enrolment's week as it is stored. */
export interface PackedWeek {
  /** The Monday, YYYY-MM-DD. */
  readonly weekBeginning: string;
  /** Ten bytes: see packWeek. */
  readonly marks: Uint8Array;
}

/**
 * A child's attendance over the given days (both inclusive) from the stored weeks of all the child's enrolments.
 * Weeks that lie outside the days do no harm, and no session counts after the day the child died. @throws Defect for bytes or codes ingest would not have written.
 */
export function attendanceOf(weeks: readonly PackedWeek[], days: Days, diedOn: string | null = null): Attendance {
  const registers = weeks.map(({ weekBeginning, marks }) => ({ weekBeginning, codes: unpackWeek(marks) }));
  return measureAttendance(registers, days, (on) => countsInLife(on, diedOn));
}
