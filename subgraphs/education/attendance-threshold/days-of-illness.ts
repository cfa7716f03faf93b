import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import type { PupilDay } from './pupil-days.js';
import type { Standing } from './standing.js';

const ILLNESS = 'I';

/**
 * School days of the school year to date with a session marked as illness, running or not. A day with one such session is one:
 * the return is owed ahead of the fifteenth, so that a day too early is the lesser harm. Null where there is none.
 */
export function daysOfIllness(days: readonly PupilDay[], { from, to }: Days, limit: number): Standing | null {
  const ill = days.filter(({ on, codes }) => from <= on && on <= to && codes.includes(ILLNESS));
  return ill.length === 0 ? null : { count: ill.length, from, to, reachedOn: ill[limit - 1]?.on ?? null };
}
