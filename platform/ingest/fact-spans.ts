import type { Contradiction } from './fact-identities.js';
import { type Interval, meet } from './interval.js';

interface Span extends Interval {
  readonly line: number;
}

/** The days that rows of one file say something is held on, such as one worker's work with one child. */
export class FactSpans {
  private readonly spans = new Map<string, Span[]>();

  add(of: string, { from, until }: Interval, line: number): void {
    const own = this.spans.get(of);
    if (own) own.push({ from, until, line });
    else this.spans.set(of, [{ from, until, line }]);
  }

  /**
   * Each row that holds a day which another row of the same, begun before it, holds already: both cannot be right. Rows
   * of one first day are left alone, and what is passed over (`but`) counts for nothing.
   */
  *overlaps(but: ReadonlyMap<number, unknown>): Generator<Contradiction> {
    for (const own of this.spans.values()) {
      if (own.length > 1) yield* overlapsAmong(own.filter(({ line }) => !but.has(line)));
    }
  }
}

function* overlapsAmong(own: readonly Span[]): Generator<Contradiction> {
  const standing: Span[] = [];
  for (const one of [...own].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))) {
    const before = standing.find((other) => other.from < one.from && meet(other, one));
    if (before) yield { line: one.line, earlier: before.line };
    else standing.push(one);
  }
}
