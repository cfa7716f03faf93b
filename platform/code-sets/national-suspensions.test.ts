import { describe, expect, it } from '@jest/globals';
import { nationalCohortSuspended, nationalSuspensions } from './national-suspensions.js';

describe('the published rates of suspensions', () => {
  it('are those of the year asked for, or the latest before it', () => {
    expect(nationalSuspensions('SUSPENSIONS', '2022/23')).toMatchObject({ percent: 9.3346, year: '2022/23' });
    expect(nationalSuspensions('SUSPENSIONS', '2026/27')).toMatchObject({ percent: 11.3074, year: '2023/24' });
    expect(nationalSuspensions('SUSPENSIONS', '2019/20')).toBeNull();
  });

  it('are those of one phase, and of no phase that none is published for', () => {
    const primary = nationalSuspensions('CHILDREN_SUSPENDED', '2023/24', 'Primary');
    expect(primary).toMatchObject({ percent: 0.9942, of: expect.stringContaining('primary schools') });
    expect(nationalSuspensions('PERMANENT_EXCLUSIONS', '2023/24', 'All-through')).toBeNull();
  });

  it('of a cohort are of that very cohort, and never those of all pupils', () => {
    expect(nationalCohortSuspended('LOOKED_AFTER', '2026/27')).toMatchObject({ percent: 14.55, year: '2023/24' });
    expect(nationalCohortSuspended('CHILD_PROTECTION', '2026/27')).toBeNull();
  });
});
