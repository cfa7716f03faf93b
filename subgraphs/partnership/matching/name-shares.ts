import type { Known } from './known.js';
import { type Commonness, commonnessOf } from './weights.js';

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

  of(known: Known): Commonness {
    const given = this.given.get(known.given.parts[0] ?? '') ?? 0;
    return commonnessOf(given, this.family.get(known.family.whole) ?? 0, this.records.length);
  }
}
