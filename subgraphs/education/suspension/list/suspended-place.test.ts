import { describe, expect, it } from '@jest/globals';
import { cursorOf, placeAt } from './suspended-place.js';

const childId = '00000000-0000-4000-8000-000000000001';

describe('a place in the list of suspended children', () => {
  it('is written as the database writes it, and the later day comes first', () => {
    const [late, early] = ['2026-11-19', '2026-09-07'].map((lastStartedOn) =>
      placeAt(cursorOf({ childId, lastStartedOn })),
    );
    expect(late).toBe(`2912120 2026-11-19 ${childId}`);
    expect((late ?? '') < (early ?? '')).toBe(true);
  });

  it.each(['x', '', Buffer.from('["2026-02-30","a"]').toString('base64url')])('is not at %p', (cursor) => {
    expect(() => placeAt(cursor)).toThrow('after must be a cursor of this list.');
  });
});
