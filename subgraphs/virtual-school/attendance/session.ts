import { attendanceCode } from '../../../platform/code-sets/attendance-codes.js';
import { schoolDays, SESSIONS } from '../../../platform/code-sets/register-week.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import { AttendanceCategory } from '../../../platform/vocabulary/attendance-category.js';
import type { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import type { HeldInterval } from '../cohort/held-interval.js';

/** A week of one school's register. */
export interface SchoolWeek {
  readonly weekBeginning: string;
  readonly schoolUrn: string;
  readonly codes: readonly (string | null)[];
}

/** Days on a school's roll; `main` where that school leads (single or dual main registration). */
export interface RollSpan extends HeldInterval {
  readonly schoolUrn: string;
  readonly main: boolean;
}

/** One session of a child, counted once whoever marked it, at the school whose mark prevailed. */
export interface Session {
  /** The Monday. */
  readonly weekBeginning: string;
  readonly on: string;
  readonly session: SessionOfDay;
  readonly code: string;
  readonly category: AttendanceCategory;
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

/** Whether a day is among those of an interval. */
export const holds = ({ from, until }: HeldInterval, on: string): boolean =>
  from <= on && (until === null || on < until);

/** Marked, with whether the school that made the mark was the child's main one on that day. */
interface Marked extends Session {
  readonly main: boolean;
}

function categoryOf(code: string, on: string): AttendanceCategory {
  const published = attendanceCode(code, on);
  if (!published) throw new Defect('A kept attendance mark has no meaning on its day.');
  return published.category;
}

/** A school's marks of days on its roll. */
function* marksOf(week: SchoolWeek, rolls: readonly RollSpan[]): Generator<Marked> {
  const here = rolls.filter(({ schoolUrn }) => schoolUrn === week.schoolUrn);
  for (const [day, on] of schoolDays(week.weekBeginning).entries()) {
    const open = here.filter((roll) => holds(roll, on));
    if (open.length === 0) continue;
    const main = open.some((roll) => roll.main);
    for (const [half, session] of SESSIONS.entries()) {
      const code = week.codes[day * SESSIONS.length + half] ?? null;
      const { weekBeginning, schoolUrn } = week;
      if (code !== null) yield { weekBeginning, on, session, code, category: categoryOf(code, on), schoolUrn, main };
    }
  }
}

/** Presence first; between equals the main school's register, then the lower URN, then the code: never the order of arrival. */
function prevails(made: Marked, held: Marked): boolean {
  const byCategory = order[made.category] - order[held.category];
  if (byCategory !== 0) return byCategory < 0;
  if (made.main !== held.main) return made.main;
  if (made.schoolUrn !== held.schoolUrn) return made.schoolUrn < held.schoolUrn;
  return made.code < held.code;
}

/**
 * A child's sessions in order of time, from all registers. Two registers of one session count once; a mark counts from
 * the first day on the school's roll to the day before it ends.
 * @throws Defect for a code that was not in force on its day: ingest takes none.
 */
export function sessionsOf(weeks: readonly SchoolWeek[], rolls: readonly RollSpan[]): Session[] {
  const counted = new Map<string, Marked>();
  for (const made of weeks.flatMap((week) => [...marksOf(week, rolls)])) {
    const slot = `${made.on} ${made.session}`;
    const held = counted.get(slot);
    if (!held || prevails(made, held)) counted.set(slot, made);
  }
  return [...counted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { weekBeginning, on, session, code, category, schoolUrn }]) => {
      return { weekBeginning, on, session, code, category, schoolUrn };
    });
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
export const isAttended = ({ category }: Pick<Session, 'category'>): boolean => attendedCategories.has(category);

/** Whether the session could have been attended: what is neither attended nor an absence is nobody's session. */
export const isPossible = (one: Pick<Session, 'category'>): boolean =>
  isAttended(one) || absentCategories.has(one.category);
