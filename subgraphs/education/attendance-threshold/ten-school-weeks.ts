import { mondayOf } from '../../../platform/code-sets/register-week.js';
import { isUnauthorised, type PupilDay } from './pupil-days.js';
import type { Standing } from './standing.js';

const SCHOOL_WEEKS = 10;

/**
 * Sessions of unauthorised absence within the ten latest school weeks up to a day, and since when they have come to the limit
 * without a break: they grow as a session is missed, and shrink as a new school week begins and the eleventh falls out.
 * `begun` has the first school day of each school week up to then, in order: a week that is closed from Monday to Friday is
 * none, whatever term or school year it lies in. Null where there is none such session.
 */
export function unauthorisedInTenWeeks(
  days: readonly PupilDay[],
  begun: readonly string[],
  on: string,
  limit: number,
): Standing | null {
  const missed = days
    .map((day) => ({ on: day.on, sessions: day.codes.filter(isUnauthorised).length }))
    .filter(({ sessions }) => sessions > 0);
  if (missed.length === 0) return null;
  const firstOf = (day: string): string => {
    const last = begun.findLastIndex((first) => first <= day);
    return mondayOf(begun[Math.max(last - SCHOOL_WEEKS + 1, 0)] ?? day);
  };
  const countOn = (day: string): number => {
    const first = firstOf(day);
    let count = 0;
    for (const { on: missedOn, sessions } of missed) if (first <= missedOn && missedOn <= day) count += sessions;
    return count;
  };
  const count = countOn(on);
  if (count === 0) return null;
  // Between two of these days nothing changes.
  const changes = [...new Set([...begun, ...missed.map((one) => one.on)])].filter((day) => day <= on).sort();
  const below = changes.findLastIndex((day) => countOn(day) < limit);
  const reachedOn = count < limit ? null : (changes[below + 1] ?? null);
  return { count, from: firstOf(on), to: on, reachedOn };
}
