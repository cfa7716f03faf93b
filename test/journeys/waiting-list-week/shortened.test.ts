import { describe, expect, it } from '@jest/globals';
import { filledIn, readBy } from './shortened.js';

const none = new Map<string, string>();

describe('an answer read by what a page shows of it', () => {
  const answer = {
    list: [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ],
    empty: [],
    nothing: null,
  };

  it('may hold more fields, and more entries where the list goes on', () => {
    expect(readBy({ list: [{ n: 2 }, '…'], nothing: null }, answer, none)).toBe(none);
    expect(readBy({ list: [{ n: 1 }, { n: 2 }], empty: [] }, answer, none)).toBe(none);
  });

  it.each([
    { list: [{ n: 1 }] },
    { list: [{ n: 2 }, { n: 1 }, '…'] },
    { list: [{ n: 3 }, '…'] },
    { list: [] },
    { nothing: {} },
    { nothing: 0 },
    { missing: null },
    { empty: ['{name}'] },
  ])('is another than %j', (shown) => {
    expect(readBy(shown, answer, none)).toBeNull();
  });

  it('gives the names that are used for the first time, and must keep them', () => {
    const names = readBy({ list: [{ id: '{one}', n: 2 }, '…'] }, answer, none);
    expect(names).toEqual(new Map([['{one}', 'b']]));
    expect(readBy({ list: [{ id: '{one}', n: 1 }, '…'] }, answer, names ?? none)).toBeNull();
    expect(filledIn({ a: ['{one}', '{two}', 1] }, names ?? none)).toEqual({ a: ['b', '{two}', 1] });
  });
});
