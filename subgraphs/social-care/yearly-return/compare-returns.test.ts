import { describe, expect, it } from '@jest/globals';
import { type ChildReturn, compareReturns } from './compare-returns.js';
import { type Spell, spell } from './spell.js';
import { yearlyReturn } from './yearly-return.js';

const of = (year: number, spells: readonly Spell[], whole = true): ChildReturn => ({
  childId: 'child',
  ...yearlyReturn(year, whole, spells),
});
const [first, second] = [spell('CARE', '2024-06-03', '2025-01-20'), spell('CARE', '2025-02-01', null)];

describe('a return that is given', () => {
  it('for the first time is written, beside those of other years', () => {
    const given = of(2025, [first, second]);
    expect(compareReturns([of(2024, [first])], [given])).toEqual({ changed: [given], written: 2, unchanged: 0 });
  });

  it('again, in whatever order, writes nothing', () => {
    expect(compareReturns([of(2025, [first, second])], [of(2025, [second, first])])).toEqual({
      changed: [],
      written: 0,
      unchanged: 2,
    });
  });

  it('put right replaces what it said: a new end is one change, one that is gone another', () => {
    const given = of(2025, [{ ...second, until: '2025-03-01' }]);
    expect(compareReturns([of(2025, [first, second])], [given])).toEqual({
      changed: [given],
      written: 2,
      unchanged: 0,
    });
  });

  it('without any spell is kept too: that it names the child says something', () => {
    expect(compareReturns([], [of(2026, [])])).toMatchObject({ changed: [{ year: 2026 }], written: 0 });
    expect(compareReturns([of(2026, [], false)], [of(2026, [])])).toMatchObject({ changed: [{ whole: true }] });
  });

  it('twice in one run counts as it stands later', () => {
    const last = of(2026, [second]);
    expect(compareReturns([], [of(2026, [first]), last]).changed).toEqual([last]);
  });
});
