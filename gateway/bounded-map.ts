/**
 * A map that forgets its oldest entries once what it holds weighs more than `most`. What clients can make it hold is
 * weighed by its bytes, or a few large entries would take what many small ones were meant to. One entry alone heavier
 * than `most` is not kept.
 */
export class BoundedMap<K, V> {
  private readonly entries = new Map<K, { readonly value: V; readonly weight: number }>();
  private held = 0;

  constructor(
    private readonly most: number,
    /** About what an entry takes, in the unit of `most`; 1 where not given, so that entries are counted. */
    private readonly weigh: (key: K, value: V) => number = () => 1,
  ) {}

  /** What is held, in the unit of `most`. */
  get weight(): number {
    return this.held;
  }

  get(key: K): V | undefined {
    return this.entries.get(key)?.value;
  }

  set(key: K, value: V): void {
    this.drop(key);
    const weight = this.weigh(key, value);
    if (weight > this.most) return;
    this.entries.set(key, { value, weight });
    this.held += weight;
    for (const oldest of this.entries.keys()) {
      if (this.held <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(key: K): void {
    this.held -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }
}
