import { isAttended, isPossible, type Session } from '../../../platform/code-sets/sessions.js';
import { AttendanceCategory } from '../../../platform/vocabulary/attendance-category.js';

/** What some sessions come to. Such figures add up, over any sessions; children do not. */
export interface Counts {
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
  /** Sessions marked C2: absent by a part-time timetable. */
  readonly partTime: number;
  /** Sessions marked E: suspended or permanently excluded. */
  readonly suspended: number;
  /** Sessions marked N: no reason given yet. */
  readonly unexplained: number;
}

/** Counts sessions. What could not have been attended counts nowhere. */
export function countsOf(sessions: readonly Session[]): Counts {
  const possible = sessions.filter(isPossible);
  const marked = (code: string): number => possible.filter((one) => one.code === code).length;
  const within = (category: AttendanceCategory): number => possible.filter((one) => one.category === category).length;
  return {
    possible: possible.length,
    attended: possible.filter(isAttended).length,
    authorised: within(AttendanceCategory.AUTHORISED_ABSENCE),
    unauthorised: within(AttendanceCategory.UNAUTHORISED_ABSENCE),
    late: marked('L'),
    partTime: marked('C2'),
    suspended: marked('E'),
    unexplained: marked('N'),
  };
}
