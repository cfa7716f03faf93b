import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EntryAct, parted } from './entry-writes.js';

const act = (id: string, key: string, lookingRound = false): EntryAct => ({
  ...{ id, key, lookingRound, body: {} },
  judge: () => Promise.resolve({ judgement: { outcome: 'UPDATED' } }),
});
const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const acts = fc.array(
  fc.tuple(word, word, fc.boolean()).map(([id, key, round]) => act(id, key, round)),
  { maxLength: 20 },
);

describe('acts that are done together', () => {
  it('keep their order, and share neither an entry nor a key', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const parts = parted(all);
        expect(parts.flat()).toEqual(all);
        for (const part of parts) {
          expect(new Set(part.map(({ id }) => id)).size).toBe(part.length);
          expect(new Set(part.map(({ key }) => key)).size).toBe(part.length);
        }
      }),
    );
  });

  it('come after all that one of them is judged by', () => {
    fc.assert(
      fc.property(acts, (all) => {
        for (const part of parted(all)) expect(part.slice(1).some(({ lookingRound }) => lookingRound)).toBe(false);
      }),
    );
  });

  it('are as many as may be', () => {
    const many = Array.from({ length: 200 }, (_, at) => act(String(at), `key ${String(at)}`));
    expect(parted(many)).toHaveLength(1);
    expect(parted([act('a', '1'), act('b', '2'), act('a', '3'), act('c', '3')])).toHaveLength(3);
    expect(parted([])).toEqual([]);
  });
});
