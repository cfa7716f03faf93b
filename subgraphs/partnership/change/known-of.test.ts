import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { knownOf } from './known-of.js';

const placed = (...places: readonly string[]) => places.map((place) => ({ place }));
const places = (of: { known: readonly { place: string }[] }): string[] => of.known.map(({ place }) => place);

describe('one list of several', () => {
  it('is as far as all of them are known', () => {
    const both = knownOf([
      { shown: placed('1', '4', '6'), after: '6' },
      { shown: placed('2', '3'), after: '3' },
    ]);
    expect([places(both), both.goOn]).toEqual([['1', '2', '3'], '3']);
    const ended = knownOf([
      { shown: placed('2'), after: null },
      { shown: placed('1', '5'), after: null },
    ]);
    expect([places(ended), ended.goOn]).toEqual([['1', '2', '5'], null]);
  });

  it('is whole and in order however long the pages are, and whatever is hidden in them', () => {
    const list = fc.array(fc.tuple(fc.integer({ min: 100, max: 999 }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (drawn, limit) => {
        const lists = drawn.map((of, at) =>
          [...new Map(of)].map(([n, shown]) => ({ place: `${String(n)}.${String(at)}`, shown })),
        );
        const all = lists.flat();
        const found: string[] = [];
        for (let last = '', more = true; more;) {
          const pages = lists.map((of) => {
            const rest = of.filter(({ place }) => place > last).sort((a, b) => (a.place < b.place ? -1 : 1));
            const page = rest.slice(0, limit);
            const after = page.length === limit ? (page.at(-1)?.place ?? null) : null;
            return { shown: page.filter(({ shown }) => shown), after };
          });
          const next = knownOf(pages);
          found.push(...places(next));
          more = next.goOn !== null;
          last = next.goOn ?? last;
        }
        expect(found).toEqual(
          all
            .filter(({ shown }) => shown)
            .map(({ place }) => place)
            .sort(),
        );
      }),
      { numRuns: 200 },
    );
  });
});
