import type { Random } from '../random.js';

/** How steeply names fall off by rank. Counts of British names fit a slope of a little under 1. */
const slope = 0.9;

/**
 * Names drawn as often as their rank says: the first the most, then a long tail (Zipf and Mandelbrot's law).
 * `flatness` is how many ranks the head is flattened by: near 0 the first name takes a tenth, at 10 about a fiftieth.
 */
export class Ranked {
  readonly names: readonly string[];
  private readonly upTo: readonly number[];

  constructor(names: readonly string[], flatness: number) {
    this.names = [...new Set(names)];
    let sum = 0;
    this.upTo = this.names.map((_, index) => (sum += (index + 1 + flatness) ** -slope));
  }

  draw(random: Random): string {
    const aim = random.next() * (this.upTo.at(-1) ?? 0);
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] ?? 0) > aim) high = middle;
      else low = middle + 1;
    }
    return this.names[low] ?? '';
  }
}
