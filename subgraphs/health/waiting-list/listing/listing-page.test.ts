import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf, placesAfter } from './listing-page.js';

const place = fc.record({
  id: fc.uuid(),
  receivedOn: fc.integer({ min: 1, max: 4 }).map((day) => `2026-03-0${String(day)}`),
});

describe('pages of a waiting list', () => {
  it('taken one after the other have every entry once, the longest wait first', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { selector: ({ id }) => id }),
        fc.integer({ min: 1, max: 4 }),
        (places, first) => {
          const read: { id: string; receivedOn: string }[] = [];
          for (let after: string | null = null; ;) {
            const page = placesAfter(places, after).slice(0, first);
            const last = page.at(-1);
            if (!last) break;
            read.push(...page);
            after = cursorOf(last);
          }
          expect(read.map(({ id }) => id).sort()).toEqual(places.map(({ id }) => id).sort());
          expect(read.map(({ receivedOn }) => receivedOn)).toEqual(places.map(({ receivedOn }) => receivedOn).sort());
        },
      ),
    );
  });

  it('go on where an entry stood that is there no longer', () => {
    const gone = { id: randomUUID(), receivedOn: '2026-03-02' };
    const left = { id: randomUUID(), receivedOn: '2026-03-03' };
    expect(placesAfter([left], cursorOf(gone))).toEqual([left]);
  });

  it.each(['', 'x', Buffer.from('["2026-03-02"]').toString('base64url')])('take no other cursor (%j)', (cursor) => {
    expect(() => placesAfter([], cursor)).toThrow('after must be a cursor of this list.');
  });
});
