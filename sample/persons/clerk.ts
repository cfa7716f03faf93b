import type { Random } from '../random.js';
import type { Agency } from './person.js';

/** Whoever writes one record down. */
export interface Clerk {
  readonly random: Random;
  readonly agency: Agency;
  /** How many times the slips of a clerk of middling care this one makes. */
  readonly slip: number;
  /** The day the files stand at, `YYYY-MM-DD`. */
  readonly asAt: string;
}
