import { describe, expect, it } from '@jest/globals';
import { cursorOf, placeAt } from './listing-page.js';

const id = '0f8b3a52-6d1e-4c7a-9b0e-2f4d6a8c1e35';

describe('a place in a waiting list', () => {
  it('is handed back by the cursor that was given for it', () => {
    expect(placeAt(cursorOf({ id, receivedOn: '2026-03-02' }))).toBe(`2026-03-02 ${id}`);
  });

  it.each([
    '',
    'x',
    Buffer.from('["2026-03-02"]').toString('base64url'),
    Buffer.from(`["2026-02-30","${id}"]`).toString('base64url'),
    Buffer.from('["2026-03-02","1"]').toString('base64url'),
  ])('is told by no other cursor (%j)', (cursor) => {
    expect(() => placeAt(cursor)).toThrow('after must be a cursor of this list.');
  });
});
