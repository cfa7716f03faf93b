import { groupBy } from '../record/batch.js';
import { isPossible, type Session } from './sessions.js';

/** Two school days of a child, one after the other. */
export interface TwoDays {
  readonly first: string;
  readonly second: string;
}

/**
 * School days of a child, two running, that both bear an N: absent with no reason given yet. A day on which nothing could be
 * attended is stepped over. The sessions are in order of time. A rule of the partnership's own.
 */
export function unexplainedDays(sessions: readonly Session[]): TwoDays[] {
  const days = [...groupBy(sessions.filter(isPossible), ({ on }) => on)];
  const bears = days.map(([, within]) => within.some(({ code }) => code === 'N'));
  return days.flatMap(([second], at) => {
    const before = days[at - 1];
    return before && bears[at] && bears[at - 1] ? [{ first: before[0], second }] : [];
  });
}
