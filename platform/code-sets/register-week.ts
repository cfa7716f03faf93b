import { Temporal } from 'temporal-polyfill';
import { SessionOfDay } from '../vocabulary/session-of-day.js';

/** A week of a register: ten codes, Monday morning to Friday afternoon, null where no mark was made. */
export interface RegisterWeek {
  /** The Monday, YYYY-MM-DD. */
  readonly weekBeginning: string;
  readonly codes: readonly (string | null)[];
}

/** Monday to Friday. */
const DAYS_A_WEEK = 5;

/** The sessions of a day in order. */
export const SESSIONS: readonly SessionOfDay[] = [SessionOfDay.AM, SessionOfDay.PM];

/** Ten sessions make a school week. */
export const SESSIONS_A_WEEK = DAYS_A_WEEK * SESSIONS.length;

// Calendar arithmetic costs about 12 µs a day and a year of a child's marks needs 190 days, so the days of a week are
// remembered: some 40 weeks a year are ever asked for. The bound is for a source that sends nonsense.
const REMEMBERED_WEEKS = 2_000;
const remembered = new Map<string, readonly string[]>();

/** The five school days of the week that begins on a Monday, in order. */
export function schoolDays(weekBeginning: string): readonly string[] {
  const known = remembered.get(weekBeginning);
  if (known) return known;
  const monday = Temporal.PlainDate.from(weekBeginning);
  const days = Array.from({ length: DAYS_A_WEEK }, (_, index) => monday.add({ days: index }).toString());
  if (remembered.size >= REMEMBERED_WEEKS) remembered.clear();
  remembered.set(weekBeginning, days);
  return days;
}
