import { describe, expect, it } from '@jest/globals';
import { boundsOn, rangeFault } from './bounds.js';

const bounds = boundsOn('2026-11-20');

describe('the bounds of a date in a file', () => {
  it.each([
    ['birth', '1996-11-20', '2026-11-20'],
    ['expected-birth', '1996-11-20', '2027-11-20'],
    ['school-day', '2006-09-01', '2026-11-20'],
    ['event', '1996-11-20', '2026-11-20'],
    ['planned', '1996-11-20', '2027-11-20'],
    ['ahead', '1996-11-20', '2029-11-20'],
  ] as const)('are, of %s, %s and %s, both taken', (kind, first, last) => {
    expect(bounds[kind]).toMatchObject({ first, last });
    expect([first, last].map((date) => rangeFault(bounds[kind], 'dob', date))).toEqual([null, null]);
  });

  it('are said of the column that the file has, without its value', () => {
    expect(rangeFault(bounds.birth, 'dob', '2026-11-21')).toEqual({
      rule: 'birth-date-out-of-range',
      reason: 'dob is not between 1996-11-20 and 2026-11-20.',
    });
    expect(rangeFault(bounds.birth, 'dob', null)).toBeNull();
  });

  it('move with the day, on a leap day too', () => {
    expect(boundsOn('2028-02-29').planned).toMatchObject({ first: '1998-02-28', last: '2029-02-28' });
  });
});
