import { daysOfWeek, mondayOf, nextMonday, SESSIONS } from '../../../platform/code-sets/register-week.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import { SuspensionCategory } from './suspension-category.js';
import type { SuspensionRow } from './suspension.row.js';

/** A suspension as far as it is counted. Days are ISO. */
export type CountedSuspension = Readonly<
  Pick<
    SuspensionRow,
    'urn' | 'startedOn' | 'category' | 'session' | 'sessions' | 'lunchtimes' | 'cancelledOn' | 'served'
  >
>;

/** Whether a school was, or will be, open to its pupils on a day; null where it is not known. */
export type IsSchoolDay = (urn: string, day: string) => boolean | null;

/** A session that a pupil is kept out of. */
export interface ServedSession {
  readonly on: string;
  readonly session: SessionOfDay;
}

/** How far ahead school days are looked for: the longest suspension and a summer are well within. */
const DAYS_AHEAD = 550;

/** The school days of a school from a day on, that day included, up to the first of which it is not known. */
export function* schoolDaysFrom(urn: string, day: string, isSchoolDay: IsSchoolDay): Generator<string> {
  let days = 0;
  // Week by week, for the days of a week are remembered: each by itself costs more than all that is done with it.
  for (let monday = mondayOf(day); days < DAYS_AHEAD; monday = nextMonday(monday)) {
    for (const on of daysOfWeek(monday)
      .filter((one) => one >= day)
      .slice(0, DAYS_AHEAD - days)) {
      days += 1;
      const open = isSchoolDay(urn, on);
      if (open === null) return;
      if (open) yield on;
    }
  }
}

/** The so-manieth school day after a day; null where it is not known on which days the school is open until then. */
export function schoolDayAfter(urn: string, day: string, count: number, isSchoolDay: IsSchoolDay): string | null {
  let passed = 0;
  for (const on of schoolDaysFrom(urn, day, isSchoolDay)) if (on > day && ++passed === count) return on;
  return null;
}

/** Sessions that count of a suspension: all of one that stands, what was served of one that was cancelled. */
export function sessionsOf({ category, sessions, cancelledOn, served }: CountedSuspension): number {
  if (category !== SuspensionCategory.SUSPENSION) return 0;
  return cancelledOn === null ? (sessions ?? 0) : (served ?? 0);
}

/** Lunchtimes that count, as `sessionsOf`. */
export function lunchtimesOf({ category, lunchtimes, cancelledOn, served }: CountedSuspension): number {
  if (category !== SuspensionCategory.LUNCHTIME) return 0;
  return cancelledOn === null ? (lunchtimes ?? 0) : (served ?? 0);
}

/**
 * The sessions of a suspension, one after the other on the school's own days; none of lunchtimes and of an exclusion for
 * good. Fewer than it has where it is not known on which days the school was open.
 */
export function servedSessions(suspension: CountedSuspension, isSchoolDay: IsSchoolDay): ServedSession[] {
  const count = sessionsOf(suspension);
  const { urn, startedOn, session } = suspension;
  const served: ServedSession[] = [];
  if (count === 0) return served;
  for (const on of schoolDaysFrom(urn, startedOn, isSchoolDay)) {
    for (const half of SESSIONS) {
      if (on === startedOn && session === SessionOfDay.PM && half === SessionOfDay.AM) continue;
      served.push({ on, session: half });
      if (served.length === count) return served;
    }
  }
  return served;
}
