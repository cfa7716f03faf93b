import { describe, expect, it } from '@jest/globals';
import { checkAsked, isWholeQuarters } from './asked-referrals.js';
import { ReferralsDimension } from './referrals-dimension.js';

const { AGE, SERVICE, SEX, SOURCE } = ReferralsDimension;
const today = '2026-11-20';
const asked = { from: '2026-01-01', to: '2026-09-30', by: [SERVICE] };

describe('a question about referrals', () => {
  it('is of a period that has come, and of three dimensions at most', () => {
    expect(() => {
      checkAsked({ ...asked, to: today, by: [SERVICE, AGE, SEX] }, today);
    }).not.toThrow();
    for (const [over, named] of [
      [{ from: '2026-10-01' }, 'to must not be before from.'],
      [{ to: '2026-11-21' }, 'to must not be in the future.'],
      [{ by: [SERVICE, AGE, SEX, SOURCE] }, 'by must name three dimensions at most.'],
      [{ by: [AGE, AGE] }, 'by must name no dimension twice.'],
    ] as const)
      expect(() => {
        checkAsked({ ...asked, ...over }, today);
      }).toThrow(named);
  });

  it.each([
    ['2026-01-01', '2026-03-31', true],
    ['2025-10-01', '2026-09-30', true],
    ['2026-10-01', today, true],
    ['2026-10-01', '2026-11-19', false],
    ['2026-02-01', '2026-03-31', false],
    ['2026-01-02', '2026-03-31', false],
    ['2026-01-01', '2026-04-30', false],
  ])('is of whole quarters or not: %s to %s', (from, to, whole) => {
    expect(isWholeQuarters({ from, to }, today)).toBe(whole);
  });
});
