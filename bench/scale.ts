import type { Pace } from './rounds.js';

/** How much is laid, and how long is measured. */
export interface Scale {
  readonly children: number;
  readonly rounds: number;
  readonly firstWarmMs: number;
  /** As many at once as keep the machine busy. */
  readonly loaded: Pace;
  /** One question at a time: nothing waits for anything but its own. */
  readonly alone: Pace;
  /** One page at a time. */
  readonly page: Pace;
  /** Units opened a round, one after the other, with nothing read. */
  readonly opens: number;
}

export const scales: Readonly<Record<'quick' | 'full', Scale>> = {
  quick: {
    children: 300,
    rounds: 1,
    firstWarmMs: 1500,
    loaded: { connections: 32, warmMs: 300, measuredMs: 4000 },
    alone: { connections: 1, warmMs: 200, measuredMs: 1500 },
    page: { connections: 1, warmMs: 500, measuredMs: 4000 },
    opens: 10,
  },
  full: {
    children: 2000,
    rounds: 5,
    firstWarmMs: 5000,
    loaded: { connections: 32, warmMs: 500, measuredMs: 4000 },
    alone: { connections: 1, warmMs: 300, measuredMs: 3000 },
    page: { connections: 1, warmMs: 500, measuredMs: 5000 },
    opens: 50,
  },
};
