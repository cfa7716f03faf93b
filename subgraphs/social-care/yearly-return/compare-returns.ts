import { nameOf, type Spell } from './spell.js';
import type { YearlyReturn } from './yearly-return.js';

/** What the return of one year says of a child, and of which. */
export interface ChildReturn extends YearlyReturn {
  readonly childId: string;
}

export interface ReturnChanges {
  /** The returns that say something else than was held of them. */
  readonly changed: readonly ChildReturn[];
  /** Spells, and days of death, that are new, say something else, or are gone. */
  readonly written: number;
  readonly unchanged: number;
}

const keyOf = ({ childId, year }: ChildReturn): string => `${childId}/${String(year)}`;

/**
 * What the returns given change of those that are held. A return replaces what the same year's return said of the same
 * child, whole; of two for one child and year the later in the file counts. Both must be as `yearlyReturn` makes them.
 */
export function compareReturns(held: readonly ChildReturn[], given: readonly ChildReturn[]): ReturnChanges {
  const before = new Map(held.map((one) => [keyOf(one), one]));
  const changed: ChildReturn[] = [];
  let [written, unchanged] = [0, 0];
  for (const one of new Map(given.map((said) => [keyOf(said), said])).values()) {
    const old = before.get(keyOf(one));
    const count = differences(old?.spells ?? [], one.spells);
    const death = Number((old?.diedOn ?? null) !== one.diedOn);
    written += count.written + death;
    unchanged += count.unchanged + (death === 0 && one.diedOn !== null ? 1 : 0);
    if (count.written + death > 0 || old?.whole !== one.whole) changed.push(one);
  }
  return { changed, written, unchanged };
}

function differences(old: readonly Spell[], now: readonly Spell[]): { written: number; unchanged: number } {
  const fresh = notIn(old, now);
  const replaced = new Set(fresh.map(nameOf));
  const gone = notIn(now, old).filter((spell) => !replaced.has(nameOf(spell)));
  return { written: fresh.length + gone.length, unchanged: now.length - fresh.length };
}

function notIn(these: readonly Spell[], those: readonly Spell[]): Spell[] {
  const texts = new Set(these.map((spell) => JSON.stringify(spell)));
  return those.filter((spell) => !texts.has(JSON.stringify(spell)));
}
