import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Listing, Verdict } from '../access/permit.js';
import { Defect } from '../errors/hub-error.js';
import type { Opened } from './opened.js';
import type { OfChild } from './read.js';
import { wholeList } from './whole-list.js';

type Outcomes = Readonly<Record<string, Verdict['outcome']>>;

/** The database's part: the children after one, in the order of their ids, and whether there may be more. */
function lists(children: readonly string[], most: number, ...permits: readonly Outcomes[]) {
  const asked: Listing[] = [];
  const open = (from: Listing): Promise<readonly Opened<OfChild>[]> => {
    asked.push(from);
    const bound = Math.min(from.limit ?? 0, most);
    const part = children.filter((id) => id > (from.after ?? '')).slice(0, bound);
    const opened = permits.map((outcomes): Opened<OfChild> => {
      const shown = part.flatMap((id): [string, Verdict][] => {
        const outcome = outcomes[id];
        return outcome ? [[id, { outcome, basis: 'PLAN_DUTY', facets: new Set(), diedOn: null }]] : [];
      });
      const rows = part.map((childId) => ({ childId }));
      return {
        rows,
        verdicts: new Map(shown),
        subjects: part.length === bound ? [['more', null]] : [],
        entitled: null,
      };
    });
    return Promise.resolve(opened);
  };
  return { asked, open };
}

const all = (children: readonly string[]): Outcomes => Object.fromEntries(children.map((id) => [id, 'FULL']));
const from = { bases: ['PLAN_DUTY'] } as const;

describe('a whole list', () => {
  it('has everybody who is shown once, with the child’s rows, however few one opening names', async () => {
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 20 }).map((some) => [...some].sort());
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 30 }), async (children, most) => {
        const { asked, open } = lists(children, most, all(children));
        const seen = await wholeList(from, open);
        expect([...seen].map(([id, child]) => [id, child.outcome === 'FULL' && child.rows])).toEqual(
          children.map((childId) => [childId, [{ childId }]]),
        );
        expect(asked).toHaveLength(Math.floor(children.length / most) + 1);
        expect(asked.every(({ bases }) => bases === from.bases)).toBe(true);
      }),
    );
  });

  const five = ['a', 'b', 'c', 'd', 'e'];

  it('goes on behind children who are hidden', async () => {
    const { open } = lists(five, 2, { a: 'FULL', c: 'EXISTENCE_ONLY', e: 'REDACTED' });
    const seen = await wholeList(from, open);
    expect([...seen].map(([id, { outcome }]) => [id, outcome])).toEqual([
      ['a', 'FULL'],
      ['c', 'EXISTENCE_ONLY'],
      ['e', 'REDACTED'],
    ]);
  });

  it('is under several permits of those whom each shows in full, and goes on after whomever one shows', async () => {
    const { open } = lists(five, 2, { ...all(five), d: 'REDACTED' }, { c: 'FULL', d: 'FULL', e: 'FULL' });
    expect([...(await wholeList(from, open)).keys()]).toEqual(['c', 'e']);
  });

  it('is not cut where nobody of a part is shown: that is a defect', async () => {
    const { open } = lists(five, 2, { a: 'FULL', e: 'FULL' });
    await expect(wholeList(from, open)).rejects.toThrow(Defect);
  });
});
