import { describe, expect, it } from '@jest/globals';
import { askedWeek } from './asked-week.js';

const today = '2026-11-18';

describe('the week that is asked for', () => {
  it('is the present one where none is, as far as it has come', () => {
    expect(askedWeek(null, today)).toEqual({ first: '2026-11-16', last: today });
    expect(askedWeek('2026-11-09', today)).toEqual({ first: '2026-11-09', last: '2026-11-15' });
    expect(askedWeek(null, '2026-11-22')).toEqual({ first: '2026-11-16', last: '2026-11-22' });
  });

  it('is one of the twelve before, at the earliest', () => {
    expect(askedWeek('2026-08-24', today).first).toBe('2026-08-24');
    expect(() => askedWeek('2026-08-17', today)).toThrow('week must be the present one or one of the twelve before.');
  });

  it.each([
    ['2026-11-17', 'week must be a Monday.'],
    ['2026-11-23', 'week must not be in the future.'],
  ])('is not %s', (week, said) => {
    expect(() => askedWeek(week, today)).toThrow(said);
  });
});
