import { describe, expect, it } from '@jest/globals';
import { plansOf } from './plans-of.js';
import { spell } from './spell.js';
import { standing } from './standing.js';
import { statusesOf } from './statuses-of.js';
import { type YearlyReturn, yearlyReturn } from './yearly-return.js';

const shown = (...returns: readonly YearlyReturn[]) =>
  statusesOf(standing(returns)).map(({ status, from, until }) => [status, from, until]);

describe('the statuses of several returns', () => {
  const older = yearlyReturn(2025, true, [
    spell('REFERRAL', '2024-05-01', '2025-01-31'),
    spell('CHILD_PROTECTION_PLAN', '2024-06-03', '2025-01-20', { reviewedOn: '2024-08-28' }),
  ]);
  const newer = yearlyReturn(2026, true, [
    spell('REFERRAL', '2025-11-03', null),
    spell('CHILD_IN_NEED_PLAN', '2025-12-01', null),
  ]);

  it('are those of each year in its place', () => {
    const both = [
      ['ASSESSMENT', '2024-05-01', '2024-06-03'],
      ['ASSESSMENT', '2025-01-20', '2025-01-31'],
      ['ASSESSMENT', '2025-11-03', '2025-12-01'],
      ['CHILD_IN_NEED', '2025-12-01', null],
      ['CHILD_PROTECTION', '2024-06-03', '2025-01-20'],
    ];
    expect(shown(older, newer)).toEqual(both);
    expect(shown(newer, older)).toEqual(both);
    expect(plansOf(standing([newer, older])).map(({ startedOn, endedOn }) => [startedOn, endedOn])).toEqual([
      ['2024-06-03', '2025-01-20'],
      ['2025-12-01', null],
    ]);
  });

  it('cut the plans of an older return out of a case that the newer shows without them', () => {
    const before = yearlyReturn(2025, true, [
      spell('REFERRAL', '2024-05-01', null),
      spell('CHILD_IN_NEED_PLAN', '2024-06-01', '2024-12-01'),
    ]);
    const after = yearlyReturn(2026, true, [spell('REFERRAL', '2024-05-01', '2025-08-01')]);
    expect(shown(before, after)).toEqual([
      ['ASSESSMENT', '2024-05-01', '2024-06-01'],
      ['ASSESSMENT', '2024-12-01', '2025-08-01'],
      ['CHILD_IN_NEED', '2024-06-01', '2024-12-01'],
    ]);
  });

  it('keep a child previously looked after until looked after again, years later', () => {
    const left = yearlyReturn(2025, true, [spell('CARE', '2023-04-03', '2024-09-10', { leftFor: 'KINSHIP' })]);
    const again = yearlyReturn(2027, true, [spell('CARE', '2026-06-01', null)]);
    expect(shown(left, yearlyReturn(2026, true, []), again)).toEqual([
      ['LOOKED_AFTER', '2023-04-03', '2024-09-10'],
      ['LOOKED_AFTER', '2026-06-01', null],
      ['PREVIOUSLY_LOOKED_AFTER', '2024-09-10', '2026-06-01'],
      ['KINSHIP', '2024-09-10', '2026-06-01'],
    ]);
  });

  it('show nothing of a spell that held no day', () => {
    const oneDay = yearlyReturn(2026, true, [
      spell('CHILD_PROTECTION_PLAN', '2025-10-02', '2025-10-02'),
      spell('CARE', '2025-10-02', '2025-10-02', { leftFor: 'KINSHIP' }),
    ]);
    expect([shown(oneDay), plansOf(oneDay.spells)]).toEqual([[], []]);
  });

  it('ask no next review of a plan that a newer return ended', () => {
    const plan = spell('CHILD_PROTECTION_PLAN', '2024-06-03', null, { reviewedOn: '2024-08-28' });
    expect(plansOf([plan])).toMatchObject([{ endedOn: null, nextReviewOn: '2025-02-28' }]);
    expect(plansOf(standing([yearlyReturn(2025, true, [plan]), yearlyReturn(2026, true, [])]))).toMatchObject([
      { endedOn: '2025-04-01', reviewedOn: '2024-08-28', nextReviewOn: null },
    ]);
  });
});
