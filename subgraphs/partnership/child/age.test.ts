import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageOn } from './age.js';

describe('age', () => {
  it.each([
    ['2014-05-06', '2026-05-05', 11],
    ['2014-05-06', '2026-05-06', 12],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2026-11-20', '2026-11-20', 0],
  ])('of a child born on %s is, on %s, %d', (born, today, age) => {
    expect(ageOn(born, today)).toBe(age);
  });

  it('is not known before birth, or without a date of birth', () => {
    expect(ageOn('2026-11-21', '2026-11-20')).toBeNull();
    expect(ageOn(null, '2026-11-20')).toBeNull();
  });

  it('counts the birthdays there have been', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
      .filter((text) => !text.endsWith('02-29'));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [born = '', today = ''] = [a, b].sort();
        let birthdays = 0;
        for (let year = Number(born.slice(0, 4)) + 1; `${String(year)}${born.slice(4)}` <= today; year++) birthdays++;
        expect(ageOn(born, today)).toBe(birthdays);
      }),
    );
  });
});
