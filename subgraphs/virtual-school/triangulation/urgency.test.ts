import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byUrgency, cursorOf, pageOf, type Urgency } from './urgency.js';

const anyOne: fc.Arbitrary<Urgency> = fc
  .record({ childId: fc.uuid(), alertCount: fc.nat(3), possible: fc.nat(10), attended: fc.nat(10) })
  .map((one) => ({ ...one, attended: Math.min(one.attended, one.possible) }));

const anyList = fc.uniqueArray(anyOne, { selector: ({ childId }) => childId, maxLength: 40 });

/** Every page, one after the other. */
function* chain(list: readonly Urgency[], first: number): Generator<readonly Urgency[]> {
  let after: string | null = null;
  for (;;) {
    const { items, hasNext } = pageOf(list, first, after);
    yield items;
    const last = items.at(-1);
    if (!hasNext || !last) return;
    after = cursorOf(last);
  }
}

describe('the order of the weekly list', () => {
  it('is by alerts, then by attendance, then by id, and what could not be attended last', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const key = ({ childId, alertCount, possible, attended }: Urgency) =>
          [9 - alertCount, possible === 0 ? 2 : attended / possible, childId] as const;
        const slow = [...list].sort((a, b) => {
          const [x, y] = [key(a), key(b)];
          return x[0] - y[0] || (Math.abs(x[1] - y[1]) < 1e-9 ? 0 : x[1] - y[1]) || (x[2] < y[2] ? -1 : 1);
        });
        expect([...list].sort(byUrgency)).toEqual(slow);
      }),
    );
  });
});

describe('pages of the weekly list', () => {
  it('are together the whole list, each child once, whatever their size', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 12 }), (list, first) => {
        const pages = [...chain(list, first)];
        expect(pages.flat()).toEqual([...list].sort(byUrgency));
        expect(pages.every((page, at) => page.length === first || at === pages.length - 1)).toBe(true);
      }),
    );
  });

  it('go on where an item stood that is there no longer', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 5 }), (list, first) => {
        const { items } = pageOf(list, first, null);
        const last = items.at(-1);
        if (!last) return;
        const rest = list.filter((one) => !items.includes(one));
        expect(pageOf(rest, 100, cursorOf(last)).items).toEqual([...rest].sort(byUrgency));
      }),
    );
  });

  it.each(['', 'nonsense', Buffer.from('[1,2,3,4]').toString('base64url')])('take no other cursor: %s', (cursor) => {
    expect(() => pageOf([], 1, cursor)).toThrow(/^after /);
  });
});
