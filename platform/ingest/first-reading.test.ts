import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FirstReading } from './first-reading.js';
import { inPieces, oneByOne, type Pieces } from './pieces.js';

async function* from<T>(pieces: readonly (readonly T[])[]): AsyncGenerator<readonly T[]> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

const all = async <T>(pieces: Pieces<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of oneByOne(pieces)) found.push(one);
  return found;
};

describe('the first reading of files', () => {
  it('passes everything along, and gives it again, read anew only where it is more than may be kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 20 }),
        async (pieces, most) => {
          const reading = new FirstReading<number>(most);
          let anew = 0;
          const again = (): Pieces<number> => {
            anew += 1;
            return from(pieces);
          };
          expect(await all(reading.of(from(pieces)))).toEqual(pieces.flat());
          expect(await all(reading.again(again))).toEqual(pieces.flat());
          expect(anew).toBe(pieces.flat().length > most ? 1 : 0);
        },
      ),
    );
  });

  it('holds nothing that was handed out', async () => {
    const reading = new FirstReading<number>();
    await all(reading.of(from([[1], [2]])));
    expect(await all(reading.again(() => from<number>([])))).toEqual([1, 2]);
    expect(await all(reading.again(() => from([[3]])))).toEqual([3]);
  });
});

describe('pieces', () => {
  it('hold what was handed out one by one, and no more than some hundred each', async () => {
    const ones = Array.from({ length: 1201 }, (_, at) => at);
    const pieces: (readonly number[])[] = [];
    for await (const piece of inPieces(oneByOne(from([ones])))) pieces.push(piece);
    expect(pieces.map(({ length }) => length)).toEqual([500, 500, 201]);
    expect(pieces.flat()).toEqual(ones);
    for await (const piece of inPieces(oneByOne(from<number>([])))) throw new Error(`${piece.length} of nothing`);
  });
});
