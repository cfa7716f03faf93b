import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BoundedMap } from './bounded-map.js';

describe('a bounded map', () => {
  it('forgets its oldest entries, and never holds more than it may', () => {
    const writes = fc.array(fc.tuple(fc.nat(8), fc.string({ maxLength: 12 })), { maxLength: 60 });
    fc.assert(
      fc.property(writes, fc.integer({ min: 1, max: 40 }), (all, most) => {
        const map = new BoundedMap<number, string>(most, (_, text) => text.length);
        let expected: [number, string][] = [];
        for (const [key, text] of all) {
          map.set(key, text);
          expected = expected.filter(([each]) => each !== key);
          if (text.length <= most) expected.push([key, text]);
          const weight = (): number => expected.reduce((sum, [, held]) => sum + held.length, 0);
          while (weight() > most) expected.shift();
          expect(map.weight).toBe(weight());
          for (let each = 0; each <= 8; each += 1) expect(map.get(each)).toBe(new Map(expected).get(each));
        }
      }),
    );
  });

  it('counts entries where nothing weighs them', () => {
    const map = new BoundedMap<string, number>(2);
    ['a', 'b', 'c'].forEach((key, at) => map.set(key, at));
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 1, 2]);
  });
});
