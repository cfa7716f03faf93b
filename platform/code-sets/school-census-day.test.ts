import { describe, expect, it } from '@jest/globals';
import { schoolCensusDay } from './school-census-day.js';

describe('the day of the January census', () => {
  it.each([
    ['2023/24', '2024-01-18'],
    ['2024/25', '2025-01-16'],
    ['2025/26', '2026-01-15'],
    ['2026/27', '2027-01-21'],
  ])('of %s is %s', (year, on) => {
    expect(schoolCensusDay(year)).toBe(on);
  });
});
