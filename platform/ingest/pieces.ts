/**
 * Records as they come out of a file, a piece of it at a time. To wait for each by itself, in each of the readers that stand one
 * behind the other, took longer than the reading.
 */
export type Pieces<T> = AsyncIterable<readonly T[]>;

/** One by one, for whoever reads few of them. */
export async function* oneByOne<T>(pieces: Pieces<T>): AsyncGenerator<T> {
  for await (const piece of pieces) yield* piece;
}

const inAPiece = 500;

/** Of a reader that has one at a time. */
export async function* inPieces<T>(ones: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let piece: T[] = [];
  for await (const one of ones) {
    if (piece.push(one) < inAPiece) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
