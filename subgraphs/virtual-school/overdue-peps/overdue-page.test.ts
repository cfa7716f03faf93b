import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { cursorOf, pageOf } from './overdue-page.js';

const anyItem = fc.record({ childId: fc.uuid(), dueOn: fc.constantFrom('2026-08-31', '2026-10-05', '2026-11-19') });
const anyList = fc.uniqueArray(anyItem, { maxLength: 30, selector: ({ childId }) => childId });

describe('pages of the overdue list', () => {
  it('chain to the whole list, each child once, the longest overdue first, whatever their size', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 12 }), (list, first) => {
        const chained: typeof list = [];
        let after: string | null = null;
        for (let page = pageOf(list, first, after); ; page = pageOf(list, first, after)) {
          chained.push(...page.items);
          after = page.items.map(cursorOf).at(-1) ?? after;
          if (!page.hasNext) break;
        }
        const whole = [...list].sort((a, b) => (a.dueOn + a.childId < b.dueOn + b.childId ? -1 : 1));
        expect(chained).toEqual(whole);
      }),
    );
  });

  it('go on where a child stood who is gone', () => {
    const [one, two, three] = ['2026-08-31', '2026-10-05', '2026-11-19'].map((dueOn, at) => ({
      ...{ dueOn, childId: `00000000-0000-4000-8000-00000000000${String(at)}` },
    })) as [{ dueOn: string; childId: string }, ...{ dueOn: string; childId: string }[]];
    expect(
      pageOf(
        [one, three].flatMap((item) => item ?? []),
        5,
        cursorOf(two ?? one),
      ).items,
    ).toEqual([three]);
  });

  it.each(['', 'x', Buffer.from('["2026-11-19"]').toString('base64url')])('begin at no other cursor: %p', (after) => {
    expect(() => pageOf([], 5, after)).toThrow(InvalidInput);
  });
});
