import { describe, expect, it } from '@jest/globals';
import { nationalAttendance } from './national-absence.js';

describe('the published attendance of all pupils', () => {
  it('is what absence leaves, of the year asked for or the latest before it', () => {
    expect(nationalAttendance('2022/23', 'Primary')).toMatchObject({ percent: 94.1, year: '2022/23' });
    expect(nationalAttendance('2026/27', 'Secondary')).toMatchObject({ percent: 91.56, year: '2024/25' });
  });

  it('is none before the first, and of a phase that none is published for', () => {
    expect(nationalAttendance('2021/22', 'Primary')).toBeNull();
    expect(nationalAttendance('2024/25', 'All-through')).toBeNull();
    expect(nationalAttendance('2024/25', null)).toBeNull();
  });
});
