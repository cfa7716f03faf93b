import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { codeSet } from './code-set.js';
import { nationalFigure } from './national-figure.js';

describe('a figure published for a cohort in England', () => {
  it.each([
    ['CHILD_PROTECTION', 'ATTENDANCE', '2024/25', null, 78.2],
    ['CHILD_PROTECTION', 'PERSISTENT_ABSENCE', '2023/24', null, 57.1],
    ['CHILD_PROTECTION', 'ATTENDANCE', '2024/25', 'Secondary', 67.8],
    ['CHILD_IN_NEED', 'SEVERE_ABSENCE', '2022/23', null, 10.2],
    ['LOOKED_AFTER', 'ATTENDANCE', '2022/23', 'Primary', 96.1],
  ] as const)('of %s, %s in %s, phase %s, is %d', (cohort, measure, year, phase, percent) => {
    expect(nationalFigure(cohort, measure, year, phase)).toMatchObject({ percent, year });
  });

  it('is the latest before, and says of which year, whom, on what basis and by whom it is', () => {
    expect(nationalFigure('CHILD_PROTECTION', 'ATTENDANCE', '2026/27')).toEqual({
      percent: 78.2,
      of: 'Attendance of children on a child protection plan and not looked after, England',
      year: '2024/25',
      basis: expect.stringMatching(/31 March.*Ours counts the days on which the status is held/),
      source: expect.stringMatching(/^DfE, Outcomes for children in need.*, https:/),
    });
  });

  it.each([
    ['ON_PLAN', '2024/25', null],
    ['SOCIAL_WORKER_NOW', '2024/25', null],
    ['KINSHIP', '2024/25', null],
    ['EVER_SOCIAL_WORKER', '2024/25', null],
    ['CHILD_PROTECTION', '2024/25', 'All-through'],
    ['CHILD_PROTECTION', '2024/25', 'Not applicable'],
    ['CHILD_PROTECTION', '2021/22', null],
  ] as const)('is none for %s in %s, phase %s: never that of all pupils', (cohort, year, phase) => {
    for (const measure of ['ATTENDANCE', 'PERSISTENT_ABSENCE', 'SEVERE_ABSENCE'] as const)
      expect(nationalFigure(cohort, measure, year, phase)).toBeNull();
  });

  it('is worse for severe than for persistent absence in no row', () => {
    const { groups } = codeSet('national_figures', z.object({ groups: z.array(z.object({ cohort: z.string() })) }));
    expect(groups).toHaveLength(3);
    for (const { cohort } of groups)
      for (const year of ['2022/23', '2023/24', '2024/25'])
        for (const phase of [null, 'Primary', 'Secondary']) {
          const persistent = nationalFigure(cohort, 'PERSISTENT_ABSENCE', year, phase);
          const severe = nationalFigure(cohort, 'SEVERE_ABSENCE', year, phase);
          expect(severe?.percent).toBeLessThan(persistent?.percent ?? 0);
        }
  });
});
