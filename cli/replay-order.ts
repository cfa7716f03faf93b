import type { SaidEvent } from '../platform/events/repetition.js';
import { Random } from '../sample/random.js';

/** In which order, and how often, what was said is heard again. */
export interface ReplayOrder {
  /** Each event as often. */
  readonly times: 1 | 2;
  /** Mixed by this seed; null as it was said. */
  readonly seed: number | null;
}

/** What was said, as it is to be heard again: the same order for the same seed. */
export function inOrder({ times, seed }: ReplayOrder): (said: readonly SaidEvent[]) => readonly SaidEvent[] {
  return (said) => {
    const all = Array.from({ length: times }, () => said).flat();
    return seed === null ? all : mixed(all, new Random('replay', seed));
  };
}

function mixed<One>(all: readonly One[], random: Random): One[] {
  const rest = [...all];
  for (let last = rest.length - 1; last > 0; last -= 1) {
    const other = random.int(0, last);
    [rest[last], rest[other]] = [rest[other] as One, rest[last] as One];
  }
  return rest;
}
