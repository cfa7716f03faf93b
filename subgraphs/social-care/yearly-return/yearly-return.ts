import { type Spell, spell } from './spell.js';

/** What the return of one year says of one child. */
export interface YearlyReturn {
  readonly kind: 'yearly-return';
  /** The year on whose 31 March it ends. */
  readonly year: number;
  /**
   * Whether all that it says of the child could be read. Where a spell could not, it may be the very one that an older
   * return left open: a return that is not whole ends nothing.
   */
  readonly whole: boolean;
  /** In one order, each once. */
  readonly spells: readonly Spell[];
  /** The day the child died, YYYY-MM-DD; null where it says of none. */
  readonly diedOn: string | null;
}

/** The first day of a return's year. Source: SSDA903 and CIN census guides: 1 April to 31 March. */
export function firstDayOf(year: number): string {
  return `${String(year - 1)}-04-01`;
}

/** The last day of a return's year. */
export function lastDayOf(year: number): string {
  return `${String(year)}-03-31`;
}

/** A return with its spells in one order, each once: the same say is then the same text. */
export function yearlyReturn(
  year: number,
  whole: boolean,
  spells: readonly Spell[],
  diedOn: string | null = null,
): YearlyReturn {
  const texts = spells.map((one) => JSON.stringify(spell(one.kind, one.from, one.until, one)));
  return {
    kind: 'yearly-return',
    year,
    whole,
    spells: [...new Set(texts)].sort().map((text) => JSON.parse(text) as Spell),
    diedOn,
  };
}
