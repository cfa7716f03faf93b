import { AttendanceWeekState } from '../../../platform/vocabulary/attendance-week-state.js';

/**
 * What is known of a child's week: of the child's own sessions, null where no mark of the child was received, and of the days
 * on which the school was open, a bit a weekday, null where the school's week is not known either. A school of which nothing
 * is known may have been open: that is told as not received, never as nothing.
 */
export function weekState(own: { readonly possible: number } | null, schoolDays: number | null): AttendanceWeekState {
  if (own === null) return schoolDays === 0 ? AttendanceWeekState.CLOSED : AttendanceWeekState.NOT_RECEIVED;
  return own.possible > 0 || (schoolDays ?? 0) > 0 ? AttendanceWeekState.OPEN : AttendanceWeekState.CLOSED;
}
