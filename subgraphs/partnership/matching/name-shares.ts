import type { Known } from './known.js';
import { type Commonness, expected, isGivenAsItStands, shareOf } from './weights.js';

/** How common each name is among the records at hand. */
export class NameShares {
  private readonly given = new Map<string, number>();
  private readonly family = new Map<string, number>();

  constructor(private readonly records: readonly Known[]) {
    for (const { given, family } of records) {
      const first = given.parts[0] ?? '';
      this.given.set(first, (this.given.get(first) ?? 0) + 1);
      this.family.set(family.whole, (this.family.get(family.whole) ?? 0) + 1);
    }
  }

  /** Null where there is no such record. */
  of(known: Known | undefined): Commonness | null {
    if (!known) return null;
    const many = this.records.length;
    const [given, family] = [this.given.get(known.given.parts[0] ?? '') ?? 0, this.family.get(known.family.whole) ?? 0];
    return {
      given: shareOf(given, many, expected.strangers.given[0] ?? 0),
      family: shareOf(family, many, expected.strangers.family[0] ?? 0),
      givenAsItStands: isGivenAsItStands(given, many),
    };
  }
}
