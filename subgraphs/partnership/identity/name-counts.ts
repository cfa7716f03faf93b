import type { Known } from '../matching/known.js';
import { type Commonness, commonnessOf } from '../matching/weights.js';

/** How often one name stands among the records held. */
export interface NameCount {
  readonly kind: 'given' | 'family' | 'record';
  /** As it is compared; empty for the number of all records. */
  readonly name: string;
  readonly n: number;
}

const keyOf = ({ kind, name }: Pick<NameCount, 'kind' | 'name'>): string => `${kind} ${name}`;

/** The names of one record that are counted. */
export function countedNames({ given, family }: Known): Pick<NameCount, 'kind' | 'name'>[] {
  const names = [
    { kind: 'given' as const, name: given.parts[0] ?? '' },
    { kind: 'family' as const, name: family.whole },
  ];
  return [{ kind: 'record', name: '' }, ...names.filter(({ name }) => name !== '')];
}

/** How common names are among the records held and those of the batch at hand: to share a rare one says more. */
export class NameCounts {
  private readonly counts: Map<string, number>;
  private readonly fresh: Pick<NameCount, 'kind' | 'name'>[] = [];

  constructor(held: readonly NameCount[]) {
    this.counts = new Map(held.map((one) => [keyOf(one), one.n]));
  }

  /** Names of a record that arrives for the first time. */
  add(known: Known): void {
    for (const name of countedNames(known)) {
      this.counts.set(keyOf(name), (this.counts.get(keyOf(name)) ?? 0) + 1);
      this.fresh.push(name);
    }
  }

  /** What was added, once for each time. */
  get added(): readonly Pick<NameCount, 'kind' | 'name'>[] {
    return this.fresh;
  }

  get records(): number {
    return this.counts.get(keyOf({ kind: 'record', name: '' })) ?? 0;
  }

  of(known: Known): Commonness {
    const count = (kind: 'given' | 'family', name: string): number => this.counts.get(keyOf({ kind, name })) ?? 0;
    return commonnessOf(count('given', known.given.parts[0] ?? ''), count('family', known.family.whole), this.records);
  }
}
