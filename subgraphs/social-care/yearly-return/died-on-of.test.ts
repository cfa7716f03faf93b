import { describe, expect, it } from '@jest/globals';
import { diedOnOf } from './died-on-of.js';
import { yearlyReturn } from './yearly-return.js';

const died = yearlyReturn(2026, true, [], '2026-01-15');
const older = yearlyReturn(2025, true, []);
const newer = yearlyReturn(2027, true, []);

describe('when a child died, by the returns of several years', () => {
  it('is not taken back by an older return, whenever it arrives', () => {
    expect(diedOnOf([died, older])).toBe('2026-01-15');
    expect(diedOnOf([older, died])).toBe('2026-01-15');
  });

  it('is taken back by a newer return that names the child, and says of no death', () => {
    expect(diedOnOf([died, newer])).toBeNull();
    expect(diedOnOf([newer, older, died])).toBeNull();
  });

  it('is not taken back by a newer return of which not all could be read', () => {
    expect(diedOnOf([died, yearlyReturn(2027, false, [])])).toBe('2026-01-15');
    expect(diedOnOf([died, yearlyReturn(2027, false, [], '2026-01-14')])).toBe('2026-01-14');
  });

  it('is as the newest says, where two say it', () => {
    expect(diedOnOf([died, yearlyReturn(2027, true, [], '2026-01-14')])).toBe('2026-01-14');
  });

  it('is not, where no return says it', () => {
    expect(diedOnOf([])).toBeNull();
    expect(diedOnOf([older])).toBeNull();
  });
});
