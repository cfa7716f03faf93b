import { Defect } from '../errors/hub-error.js';
import type { Attendance } from '../vocabulary/attendance.js';
import { AttendanceCategory } from '../vocabulary/attendance-category.js';
import { AttendanceWeekState } from '../vocabulary/attendance-week-state.js';
import type { AttendanceWeek } from '../vocabulary/attendance-week.js';
import type { SessionMark } from '../vocabulary/session-mark.js';
import { attendanceCode } from './attendance-codes.js';
import { type RegisterWeek, schoolDays, SESSIONS, SESSIONS_A_WEEK } from './register-week.js';

const { PRESENT, APPROVED_EDUCATIONAL_ACTIVITY, AUTHORISED_ABSENCE, UNAUTHORISED_ABSENCE } = AttendanceCategory;
const { NOT_A_POSSIBLE_ATTENDANCE, ADMINISTRATIVE } = AttendanceCategory;

// Where two schools marked one session of one child, the earlier of these categories counts and the other does not.
// The guidance says it of code D (use the other school's code, count once); that presence outweighs absence is ours.
const PRECEDENCE = [
  PRESENT,
  APPROVED_EDUCATIONAL_ACTIVITY,
  AUTHORISED_ABSENCE,
  UNAUTHORISED_ABSENCE,
  NOT_A_POSSIBLE_ATTENDANCE,
  ADMINISTRATIVE,
];

const LATE = 'L';

/** Planned whole or partial closure of the school. */
const CLOSED = '#';

/** The days to be counted, both inclusive, YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

type Slots = (SessionMark | null)[];

function mark(on: string, session: SessionMark['session'], code: string): SessionMark {
  const published = attendanceCode(code, on);
  if (!published) throw new Defect('A stored attendance mark has no meaning on its day.');
  return { on, session, code, meaning: published.label, category: published.category };
}

function prevails(made: SessionMark, held: SessionMark | null | undefined): boolean {
  return !held || PRECEDENCE.indexOf(made.category) < PRECEDENCE.indexOf(held.category);
}

function enter(slots: Slots, week: RegisterWeek, counts: (on: string) => boolean): void {
  for (const [day, on] of schoolDays(week.weekBeginning).entries()) {
    if (!counts(on)) continue;
    for (const [half, session] of SESSIONS.entries()) {
      const slot = day * SESSIONS.length + half;
      const code = week.codes[slot] ?? null;
      if (code === null) continue;
      const made = mark(on, session, code);
      if (prevails(made, slots[slot])) slots[slot] = made;
    }
  }
}

function marksByWeek(weeks: readonly RegisterWeek[], counts: (on: string) => boolean): [string, SessionMark[]][] {
  const byMonday = new Map<string, Slots>();
  for (const week of weeks) {
    const slots = byMonday.get(week.weekBeginning) ?? new Array<null>(SESSIONS_A_WEEK).fill(null);
    byMonday.set(week.weekBeginning, slots);
    enter(slots, week, counts);
  }
  return [...byMonday]
    .map(([monday, slots]): [string, SessionMark[]] => [monday, slots.filter((made) => made !== null)])
    .filter(([, marks]) => marks.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const isAttended = ({ category }: SessionMark): boolean =>
  category === PRESENT || category === APPROVED_EDUCATIONAL_ACTIVITY;

function tally(marks: readonly SessionMark[]) {
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

function asWeek([weekBeginning, marks]: [string, SessionMark[]]): AttendanceWeek {
  const { late: _, ...counts } = tally(marks);
  const state = marks.every(({ code }) => code === CLOSED) ? AttendanceWeekState.CLOSED : AttendanceWeekState.OPEN;
  return { weekBeginning, state, marks, ...counts };
}

/**
 * A child's attendance over some days, in sessions; optionally of those days alone for which `counts` is true.
 * Several enrolments' weeks may be given in any order: one session is counted once.
 * Source: DfE, Working together to improve school attendance (August 2024), and the pupil absence methodology:
 * persistent is 10 % or more of the child's own possible sessions, severe 50 % or more, compared in integers.
 * @throws Defect for a code that was not in force on its day: ingest takes none.
 */
export function measureAttendance(
  weeks: readonly RegisterWeek[],
  { from, to }: Days,
  counts: (on: string) => boolean = () => true,
): Attendance {
  const byWeek = marksByWeek(weeks, (on) => from <= on && on <= to && counts(on));
  const marks = byWeek.flatMap(([, made]) => made);
  const total = tally(marks);
  const { possible, attended } = total;
  const absent = possible - attended;
  return {
    from,
    to,
    ...total,
    attendancePercent: possible === 0 ? null : Math.round((1_000_000 * attended) / possible) / 10_000,
    persistentlyAbsent: possible === 0 ? null : 10 * absent >= possible,
    severelyAbsent: possible === 0 ? null : 2 * absent >= possible,
    lastAttendedOn: marks.findLast(isAttended)?.on ?? null,
    weeks: byWeek.map(asWeek),
  };
}
