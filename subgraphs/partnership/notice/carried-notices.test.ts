import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carriedNotices, type HeldNotice, type ToldUnder } from './carried-notices.js';

const notice = (id: string, childId: string, minute: number, over: Partial<HeldNotice> = {}): HeldNotice => ({
  ...{ id, asked: 'a', childId, factKey: 'f', toldAs: 'TOLD_AS_SOCIAL_WORKER' },
  raisedAt: `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000000Z`,
  ...over,
});
const told = (recordId: string, over: Partial<ToldUnder> = {}): ToldUnder => ({
  ...{ asked: 'a', recordId, key: 'f', otherKeys: [], ...over },
});

describe('the notices of one fact', () => {
  it('are left where they are, where there is one and it stands under the record that tells', () => {
    expect(carriedNotices([notice('n', 'a', 1)], [told('a')])).toEqual([]);
    expect(carriedNotices([notice('n', 'a', 1)], [])).toEqual([]);
    const others = [notice('m', 'a', 2, { factKey: 'g' }), notice('o', 'a', 3, { toldAs: 'TOLD_AS_SCHOOL' })];
    expect(carriedNotices([notice('n', 'a', 1), ...others], [told('a'), told('a', { key: 'g' })])).toEqual([]);
  });

  it('go with the record that tells now', () => {
    const { raisedAt } = notice('n', 'a', 1);
    expect(carriedNotices([notice('n', 'a', 1)], [told('b')])).toEqual([
      { id: 'n', into: 'n', childId: 'b', factKey: 'f', raisedAt },
    ]);
  });

  it('are one, raised when the first was, in the place of the one that stands there already', () => {
    const { raisedAt } = notice('n', 'a', 1);
    expect(carriedNotices([notice('n', 'a', 1), notice('m', 'b', 2)], [told('b')])).toEqual([
      { id: 'n', into: 'm', childId: 'b', factKey: 'f', raisedAt },
      { id: 'm', into: 'm', childId: 'b', factKey: 'f', raisedAt },
    ]);
    expect(carriedNotices([notice('m', 'b', 2), notice('n', 'a', 1)], []).map(({ into }) => into)).toEqual(['n', 'n']);
  });

  it('are one with those that the fact was told by before, under the key that it is told by now', () => {
    const { raisedAt } = notice('n', 'a', 1);
    const before = notice('n', 'a', 1, { factKey: 'e' });
    const now = told('b', { otherKeys: ['e'] });
    expect(carriedNotices([before], [now])).toEqual([{ id: 'n', into: 'n', childId: 'b', factKey: 'f', raisedAt }]);
    expect(carriedNotices([before, notice('m', 'b', 2)], [now])).toEqual([
      { id: 'n', into: 'm', childId: 'b', factKey: 'f', raisedAt },
      { id: 'm', into: 'm', childId: 'b', factKey: 'f', raisedAt },
    ]);
    // Of another child, or where another fact is told by that key now, it stays what it is.
    expect(carriedNotices([notice('n', 'c', 1, { asked: 'c', factKey: 'e' })], [now])).toEqual([]);
    expect(carriedNotices([before], [now, told('a', { key: 'e' })])).toEqual([]);
  });

  it('end as one for each child, fact and duty, whatever stood before', () => {
    const few = (...words: string[]) => fc.constantFrom(...words);
    const row = fc.record({ asked: few('a', 'b'), record: few('1', '2', '3'), key: few('f', 'g'), minute: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), fc.array(row, { maxLength: 4 }), (rows, facts) => {
        // As the database has them: one for each record, fact and duty.
        const once = new Map(rows.map((one) => [`${one.asked}${one.record}${one.key}`, one]));
        const held = [...once].map(([id, { asked, record, key, minute }]) =>
          notice(id, asked + record, minute, { asked, factKey: key }),
        );
        const says = new Map(facts.map(({ asked, record, key }) => [asked + key, asked + record]));
        const tells = facts.map(({ asked, key }) => told(says.get(asked + key) ?? '', { asked, key }));
        const moves = new Map(carriedNotices(held, tells).map((one) => [one.id, one]));
        // The slow way: put every one where it goes, and look at each that is left.
        const left = held.flatMap((one) => {
          const move = moves.get(one.id);
          if (!move) return [one];
          return move.into === one.id ? [{ ...one, childId: move.childId, raisedAt: move.raisedAt }] : [];
        });
        const facets = left.map(({ asked, factKey }) => asked + factKey);
        expect(new Set(facets)).toEqual(new Set(held.map(({ asked, factKey }) => asked + factKey)));
        expect(new Set(facets).size).toBe(facets.length);
        for (const { asked, factKey, childId, raisedAt } of left) {
          const group = held.filter((one) => one.asked === asked && one.factKey === factKey);
          expect(raisedAt).toBe(group.map((one) => one.raisedAt).sort()[0]);
          const home = says.get(asked + factKey);
          if (home !== undefined) expect(childId).toBe(home);
        }
      }),
    );
  });
});
