import { mondayOf } from '../../../platform/code-sets/register-week.js';
import { isUnauthorised, type PupilDay } from './pupil-days.js';
import type { Standing } from './standing.js';

const SCHOOL_WEEKS = 10;

/**
 * Sessions of unauthorised absence within the ten latest school weeks up to a day, and since when they have come to the limit
 * without a break: they grow as a session is missed, and shrink as a new school week begins and the eleventh falls out.
 * `days` are in order; `begun` has the first school day of each school week up to then, in order: a week that is closed from
 * Monday to Friday is none, whatever term or school year it lies in. Null where there is none such session.
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
  const standAt = goingBack(missed, begun);
  const { count, first } = standAt(on);
  if (count === 0) return null;
  const reachedOn = count < limit ? null : reachedBy(missed, { begun, on, limit, standAt });
  return { count, from: first, to: on, reachedOn };
}

interface Missed {
  readonly on: string;
  readonly sessions: number;
}

interface Stand {
  readonly count: number;
  /** The Monday of the first of the ten weeks. */
  readonly first: string;
}

/** How it stands on one day after another, each no later than the one before: so each place is looked for from the last one on. */
function goingBack(missed: readonly Missed[], begun: readonly string[]): (day: string) => Stand {
  const sums = [0];
  for (const { sessions } of missed) sums.push((sums.at(-1) ?? 0) + sessions);
  const onOf = (at: number): string => missed[at]?.on ?? '';
  let [weeks, from, to] = [begun.length, missed.length, missed.length];
  return (day) => {
    while (weeks > 0 && (begun[weeks - 1] ?? '') > day) weeks -= 1;
    const first = mondayOf(begun[Math.max(weeks - SCHOOL_WEEKS, 0)] ?? day);
    while (to > 0 && onOf(to - 1) > day) to -= 1;
    while (from > 0 && onOf(from - 1) >= first) from -= 1;
    return { count: Math.max(0, (sums[to] ?? 0) - (sums[from] ?? 0)), first };
  };
}

interface Reaching {
  readonly begun: readonly string[];
  readonly on: string;
  readonly limit: number;
  readonly standAt: (day: string) => Stand;
}

/** The first day from which it has been at the limit ever since: between two of the days on which it changes it does not. */
function reachedBy(missed: readonly Missed[], { begun, on, limit, standAt }: Reaching): string | null {
  const changes = [...new Set([...begun, ...missed.map((one) => one.on)])].filter((day) => day <= on).sort();
  let at = changes.length - 1;
  while (at >= 0 && standAt(changes[at] ?? '').count >= limit) at -= 1;
  return changes[at + 1] ?? null;
}
