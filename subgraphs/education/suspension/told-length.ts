import { type CountedSuspension, lunchtimesOf, sessionsOf } from './served-sessions.js';
import { SuspensionCategory } from './suspension-category.js';

/** How long a suspension is, as it is told: what counts of it, in the unit of its category, and null in the other. */
export function toldLength(one: CountedSuspension): { sessions: number | null; lunchtimes: number | null } {
  return {
    sessions: one.category === SuspensionCategory.SUSPENSION ? sessionsOf(one) : null,
    lunchtimes: one.category === SuspensionCategory.LUNCHTIME ? lunchtimesOf(one) : null,
  };
}
