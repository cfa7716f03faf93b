import { describe, expect, it } from '@jest/globals';
import { academicYear, academicYearToDate } from './academic-year.js';

describe('the academic year', () => {
  it.each([
    ['2026-08-31', '2025/26', '2025-09-01'],
    ['2026-09-01', '2026/27', '2026-09-01'],
    ['2027-01-01', '2026/27', '2026-09-01'],
    ['2100-06-30', '2099/00', '2099-09-01'],
  ])('of %s is %s and runs from %s to that day', (on, year, from) => {
    expect(academicYear(on)).toBe(year);
    expect(academicYearToDate(on)).toEqual({ from, to: on });
  });
});
