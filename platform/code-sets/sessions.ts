import { Defect } from '../errors/hub-error.js';
import { holds, type Interval } from '../ingest/interval.js';
import { AttendanceCategory } from '../vocabulary/attendance-category.js';
import type { SessionMark } from '../vocabulary/session-mark.js';
import { attendanceCode } from './attendance-codes.js';
import { type RegisterWeek, schoolDays, SESSIONS } from './register-week.js';

/** Days on a school's roll; `main` where that school leads (single or dual main registration). */
export interface OnRoll extends Interval {
  readonly main: boolean;
}

/** What one school holds of a child in a week. */
export interface SchoolRegister extends RegisterWeek {
  readonly schoolUrn: string;
  /** The days on that school's roll; null where it is known by its registers alone, which say no bounds. */
  readonly onRoll: readonly OnRoll[] | null;
  /** A bit a weekday, Monday = 1, on which anybody has a mark but # there; nothing where that is not known. */
  readonly schoolDays?: number;
  /** A bit a weekday of which the school's calendar speaks, and of these those on which it is open; nothing where none is held. */
  readonly calendarDays?: number;
  readonly openDays?: number;
}

/** One session of a child, counted once whoever marked it, at the school whose mark prevailed. */
export interface Session extends SessionMark {
  /** The Monday. */
  readonly weekBeginning: string;
  readonly schoolUrn: string;
}

/**
 * Which of two marks of one session counts. DfE says of code D that the other school's code counts, once; that presence
 * outweighs absence, and authorised absence unauthorised, is the partnership's choice.
 */
const order: Readonly<Record<AttendanceCategory, number>> = {
  [AttendanceCategory.PRESENT]: 0,
  [AttendanceCategory.APPROVED_EDUCATIONAL_ACTIVITY]: 0,
  [AttendanceCategory.AUTHORISED_ABSENCE]: 1,
  [AttendanceCategory.UNAUTHORISED_ABSENCE]: 2,
  [AttendanceCategory.NOT_A_POSSIBLE_ATTENDANCE]: 3,
  [AttendanceCategory.ADMINISTRATIVE]: 4,
};

/**
 * Whether what a school says of a day counts: the first day on its roll does, the leaving day does not. Source: The School
 * Attendance (Pupil Registration) (England) Regulations 2024: attendance is recorded of pupils whose names are in the
 * admission register.
 */
export const isOnRoll = (onRoll: SchoolRegister['onRoll'], on: string): boolean =>
  onRoll === null || onRoll.some((spell) => holds(spell, on));

/** A mark, and whether the school that made it was the child's main one on that day. */
interface Marked {
  readonly session: Session;
  readonly main: boolean;
}

function published(code: string, on: string): Pick<SessionMark, 'meaning' | 'category'> {
  const entry = attendanceCode(code, on);
  if (!entry) throw new Defect('A stored attendance mark has no meaning on its day.');
  return { meaning: entry.label, category: entry.category };
}

/** A school's marks of days on its roll, each with its place in the week. */
function eachMark(
  { weekBeginning, schoolUrn, onRoll, codes }: SchoolRegister,
  counts: (on: string) => boolean,
  take: (session: Session, slot: number) => void,
): void {
  for (const [day, on] of schoolDays(weekBeginning).entries()) {
    if (!counts(on) || !isOnRoll(onRoll, on)) continue;
    for (const [half, session] of SESSIONS.entries()) {
      const slot = day * SESSIONS.length + half;
      const code = codes[slot] ?? null;
      if (code === null) continue;
      const { meaning, category } = published(code, on);
      take({ weekBeginning, on, session, code, meaning, category, schoolUrn }, slot);
    }
  }
}

/** Presence first; between equals the main school's register, then the lower URN, then the code: never the order of arrival. */
function prevails({ session: made, main }: Marked, { session: held, main: heldMain }: Marked): boolean {
  const byCategory = order[made.category] - order[held.category];
  if (byCategory !== 0) return byCategory < 0;
  if (main !== heldMain) return main;
  if (made.schoolUrn !== held.schoolUrn) return made.schoolUrn < held.schoolUrn;
  return made.code < held.code;
}

/** Of several registers of one week, the mark of each session that counts. */
function prevailing(registers: readonly SchoolRegister[], counts: (on: string) => boolean): Session[] {
  const held: (Marked | undefined)[] = [];
  for (const register of registers)
    eachMark(register, counts, (session, slot) => {
      const main = register.onRoll?.some((spell) => spell.main && holds(spell, session.on)) ?? false;
      const [made, before] = [{ session, main }, held[slot]];
      if (!before || prevails(made, before)) held[slot] = made;
    });
  return held.flatMap((one) => (one ? [one.session] : []));
}

/** Registers by the week they are of, in order of time. */
function byWeek(registers: readonly SchoolRegister[]): readonly (readonly SchoolRegister[])[] {
  const weeks = new Map<string, SchoolRegister[]>();
  for (const register of registers) {
    const week = weeks.get(register.weekBeginning);
    if (week) week.push(register);
    else weeks.set(register.weekBeginning, [register]);
  }
  return [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week);
}

/**
 * A child's sessions in order of time, from all registers, in whatever order they are given; optionally of those days alone
 * for which `counts` is true. Two registers of one session count once; a mark counts on days on its school's roll.
 * @throws Defect for a code that was not in force on its day: ingest takes none.
 */
export function sessionsOf(
  registers: readonly SchoolRegister[],
  counts: (on: string) => boolean = () => true,
): Session[] {
  const sessions: Session[] = [];
  for (const week of byWeek(registers)) {
    const [alone] = week;
    // Nearly every week is of one school: there is nothing to prevail over.
    if (alone && week.length === 1) eachMark(alone, counts, (session) => void sessions.push(session));
    else sessions.push(...prevailing(week, counts));
  }
  return sessions;
}

const attendedCategories: ReadonlySet<AttendanceCategory> = new Set([
  AttendanceCategory.PRESENT,
  AttendanceCategory.APPROVED_EDUCATIONAL_ACTIVITY,
]);
const absentCategories: ReadonlySet<AttendanceCategory> = new Set([
  AttendanceCategory.AUTHORISED_ABSENCE,
  AttendanceCategory.UNAUTHORISED_ABSENCE,
]);

/** Whether the child was in school, or educated elsewhere with approval. */
export const isAttended = ({ category }: Pick<SessionMark, 'category'>): boolean => attendedCategories.has(category);

/** Whether the session could have been attended: what is neither attended nor an absence is nobody's session. */
export const isPossible = (one: Pick<SessionMark, 'category'>): boolean =>
  isAttended(one) || absentCategories.has(one.category);
