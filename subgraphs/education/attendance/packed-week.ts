import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { SchoolRegister } from '../../../platform/code-sets/sessions.js';
import { AttendanceWeekRow } from './attendance-week.row.js';

/** What of a week's row a read brings back. */
export const shownWeek = Columns.of(AttendanceWeekRow).without('enrolmentId', 'childId');

/** One enrolment's week as it is stored, and where its marks count. */
export interface PackedWeek
  extends RowOf<typeof shownWeek>, Pick<SchoolRegister, 'schoolUrn' | 'schoolDays' | 'calendarDays' | 'openDays'> {
  /**
   * The days the child was on the roll of the school that made the marks, as all of the child's records know them; null
   * where no roll of that school is held, only its registers.
   */
  readonly onRoll: SchoolRegister['onRoll'];
}
