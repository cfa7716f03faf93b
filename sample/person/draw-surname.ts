import type { Random } from '../random.js';

/** The surnames of one background, and how its parents join theirs. */
export interface Surnames {
  readonly draw: (random: Random) => string;
  /** Whether this one may be joined with another. */
  readonly mayJoin: (surname: string) => boolean;
  /** The share of those that may who are, 0 to 1. */
  readonly joined: number;
}

/** One surname, or two of them joined with a hyphen; never three. */
export function drawSurname(random: Random, { draw, mayJoin, joined }: Surnames): string {
  const surname = draw(random);
  if (!mayJoin(surname) || !random.chance(joined)) return surname;
  const other = draw(random);
  return other === surname || `${other}${surname}`.includes('-') ? surname : `${surname}-${other}`;
}
