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

/** A name that more records have than before, or fewer. */
export type NameChange = NameCount;

/** How common names are among the records held and those of the batch at hand: to share a rare one says more. */
export class NameCounts {
  private readonly counts: Map<string, number>;
  private readonly moved = new Map<string, NameChange>();

  constructor(held: readonly NameCount[]) {
    this.counts = new Map(held.map((one) => [keyOf(one), one.n]));
  }

  /** A record says its names for the first time, says others than before, or is emptied. */
  move(before: Known | null, after: Known | null): void {
    for (const name of before ? countedNames(before) : []) this.count(name, -1);
    for (const name of after ? countedNames(after) : []) this.count(name, 1);
  }

  /** How many more records have a name than before, or fewer: each name once, none that came and went. */
  get changes(): readonly NameChange[] {
    return [...this.moved.values()].filter(({ n }) => n !== 0);
  }

  private count(name: Pick<NameCount, 'kind' | 'name'>, by: 1 | -1): void {
    const key = keyOf(name);
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
    this.moved.set(key, { ...name, n: (this.moved.get(key)?.n ?? 0) + by });
  }

  get records(): number {
    return this.counts.get(keyOf({ kind: 'record', name: '' })) ?? 0;
  }

  of(known: Known): Commonness {
    const count = (kind: 'given' | 'family', name: string): number => this.counts.get(keyOf({ kind, name })) ?? 0;
    return commonnessOf(count('given', known.given.parts[0] ?? ''), count('family', known.family.whole), this.records);
  }
}
