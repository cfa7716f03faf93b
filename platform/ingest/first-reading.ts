import type { Pieces } from './pieces.js';

/** About a hundred bytes each, and what they say. */
const mostKept = 500_000;

/**
 * What was read of a source's files, for the second time that it is wanted, where it is not too much to be kept: a year's
 * registers of a large town are read twice.
 */
export class FirstReading<T> {
  private kept: (readonly T[])[] | null = [];
  private many = 0;

  constructor(private readonly most = mostKept) {}

  /** Passes everything along. */
  async *of(pieces: Pieces<T>): AsyncGenerator<readonly T[]> {
    for await (const piece of pieces) {
      this.many += piece.length;
      if (this.many > this.most) this.kept = null;
      this.kept?.push(piece);
      yield piece;
    }
  }

  /** The same again, from what was kept, or else by reading anew. Once only: nothing is held of what was handed out. */
  async *again(anew: () => Pieces<T>): AsyncGenerator<readonly T[]> {
    const { kept } = this;
    if (kept === null) {
      yield* anew();
      return;
    }
    this.kept = null;
    for (let piece = kept.shift(); piece; piece = kept.shift()) yield await Promise.resolve(piece);
  }
}
