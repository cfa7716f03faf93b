import type { Attendance } from '../vocabulary/attendance.js';
import { AttendanceCategory } from '../vocabulary/attendance-category.js';
import { AttendanceWeekState } from '../vocabulary/attendance-week-state.js';
import type { AttendanceWeek } from '../vocabulary/attendance-week.js';
import type { SessionMark } from '../vocabulary/session-mark.js';
import { schoolDays } from './register-week.js';
import { isAttended, isOnRoll, type SchoolRegister, type Session, sessionsOf } from './sessions.js';

const { AUTHORISED_ABSENCE, UNAUTHORISED_ABSENCE } = AttendanceCategory;
const { OPEN, CLOSED, NOT_RECEIVED } = AttendanceWeekState;

const LATE = 'L';

/** Planned whole or partial closure of the school. */
const CLOSURE = '#';

/** Monday to Friday, a bit a weekday. */
const EVERY_WEEKDAY = 31;

/** The days to be counted, both inclusive, YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

function tally(marks: readonly Session[]) {
  const total = { possible: 0, attended: 0, authorisedAbsence: 0, unauthorisedAbsence: 0, late: 0 };
  for (const made of marks) {
    if (isAttended(made)) total.attended += 1;
    else if (made.category === AUTHORISED_ABSENCE) total.authorisedAbsence += 1;
    else if (made.category === UNAUTHORISED_ABSENCE) total.unauthorisedAbsence += 1;
    else continue;
    total.possible += 1;
    if (made.code === LATE) total.late += 1;
  }
  return total;
}

const asMark = ({ on, session, code, meaning, category }: Session): SessionMark => {
  return { on, session, code, meaning, category };
};

/** A week of the child: what is told of it where there is no mark, and the sessions. */
interface Told {
  readonly unmarked: AttendanceWeekState;
  readonly sessions: readonly Session[];
}

function asWeek(weekBeginning: string, { unmarked, sessions }: Told): AttendanceWeek {
  const { late: _, ...counts } = tally(sessions);
  const state = sessions.every(({ code }) => code === CLOSURE) ? CLOSED : OPEN;
  return { weekBeginning, state: sessions.length === 0 ? unmarked : state, marks: sessions.map(asMark), ...counts };
}

/**
 * What is told of a child's week where no mark of it is held: not received where a school of the child is known to have been open
 * on a day that counts, closed where its calendar says that it was closed from Monday to Friday. Of a day of which a calendar
 * speaks it decides, as in `SchoolDays`. Null where neither is known, or the child was not on its roll.
 */
function unmarkedStateOf(register: SchoolRegister, counts: (on: string) => boolean): AttendanceWeekState | null {
  const { weekBeginning, schoolDays: marked = 0, calendarDays = 0, openDays = 0, onRoll } = register;
  const closed = calendarDays & ~openDays;
  const concerned = schoolDays(weekBeginning).map((on) => counts(on) && isOnRoll(onRoll, on));
  if (concerned.some((does, at) => does && (marked & ~closed & (1 << at)) !== 0)) return NOT_RECEIVED;
  return closed === EVERY_WEEKDAY && concerned.includes(true) ? CLOSED : null;
}

/** Every week with a mark, every other in which the child should have had one, and those in which the school was closed. */
function weeksOf(
  registers: readonly SchoolRegister[],
  sessions: readonly Session[],
  counts: (on: string) => boolean,
): AttendanceWeek[] {
  const byMonday = new Map<string, Told>();
  for (const register of registers) {
    const unmarked = unmarkedStateOf(register, counts);
    if (unmarked === NOT_RECEIVED || (unmarked !== null && !byMonday.has(register.weekBeginning)))
      byMonday.set(register.weekBeginning, { unmarked, sessions: [] });
  }
  for (const session of sessions) {
    const { unmarked, sessions: within } = byMonday.get(session.weekBeginning) ?? { unmarked: OPEN, sessions: [] };
    byMonday.set(session.weekBeginning, { unmarked, sessions: [...within, session] });
  }
  return [...byMonday].sort(([a], [b]) => (a < b ? -1 : 1)).map(([monday, told]) => asWeek(monday, told));
}

/**
 * A child's attendance over some days, in sessions; optionally of those days alone for which `counts` is true.
 * Several schools' weeks may be given in any order: one session is counted once (see `sessionsOf`).
 * Source: DfE, Working together to improve school attendance (August 2024), and the pupil absence methodology:
 * persistent is 10 % or more of the child's own possible sessions, severe 50 % or more, compared in integers.
 * @throws Defect for a code that was not in force on its day: ingest takes none.
 */
export function measureAttendance(
  registers: readonly SchoolRegister[],
  { from, to }: Days,
  counts: (on: string) => boolean = () => true,
): Attendance {
  const counted = (on: string): boolean => from <= on && on <= to && counts(on);
  const sessions = sessionsOf(registers, counted);
  const total = tally(sessions);
  const { possible, attended } = total;
  const absent = possible - attended;
  return {
    from,
    to,
    ...total,
    attendancePercent: possible === 0 ? null : Math.round((1_000_000 * attended) / possible) / 10_000,
    persistentlyAbsent: possible === 0 ? null : 10 * absent >= possible,
    severelyAbsent: possible === 0 ? null : 2 * absent >= possible,
    lastAttendedOn: sessions.findLast(isAttended)?.on ?? null,
    weeks: weeksOf(registers, sessions, counted),
  };
}
