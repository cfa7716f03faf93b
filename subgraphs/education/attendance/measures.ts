import { countsInLife } from '../../../platform/access/lifetime.js';
import { type Days, measureAttendance } from '../../../platform/code-sets/attendance-measures.js';
import { unpackWeek } from '../../../platform/code-sets/marks.js';
import { type SchoolRegister, type Session, sessionsOf } from '../../../platform/code-sets/sessions.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import type { PackedWeek } from './packed-week.js';

const registersOf = (weeks: readonly PackedWeek[]): SchoolRegister[] =>
  weeks.map(({ marks, ...week }) => ({ ...week, codes: unpackWeek(marks) }));

/** The sessions of the stored weeks of all a child's enrolments, in order of time, each once. */
export const sessionsOfWeeks = (weeks: readonly PackedWeek[]): Session[] => sessionsOf(registersOf(weeks));

/**
 * A child's attendance over the given days (both inclusive) from the stored weeks of all the child's enrolments. Weeks that
 * lie outside the days do no harm, and no session counts after the day the child died. @throws Defect for bytes or codes ingest would not have written.
 */
export function attendanceOf(weeks: readonly PackedWeek[], days: Days, diedOn: string | null = null): Attendance {
  return measureAttendance(registersOf(weeks), days, (on) => countsInLife(on, diedOn));
}

/** What is told of attendance where the record is shared in part: how much, not on which day the child was where. */
export function figuresOf(all: Attendance): Attendance {
  const { from, to, possible, attended, authorisedAbsence, unauthorisedAbsence, late } = all;
  const { attendancePercent, persistentlyAbsent, severelyAbsent } = all;
  return {
    ...{ from, to, possible, attended, authorisedAbsence, unauthorisedAbsence, late },
    ...{ attendancePercent, persistentlyAbsent, severelyAbsent, lastAttendedOn: null, weeks: [] },
  };
}
