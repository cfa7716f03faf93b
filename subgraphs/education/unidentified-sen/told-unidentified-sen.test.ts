import { describe, expect, it } from '@jest/globals';
import { toldExactly, toldHidden, toldRounded } from './told-unidentified-sen.js';
import { UnidentifiedSenDimension } from './unidentified-sen-dimension.js';

const { SCHOOL, CATEGORY } = UnidentifiedSenDimension;
const group = (key: string[], children: number, withoutSen: number, senSupport: number, ehcPlan: number) => ({
  ...{ key, children, withoutSen, senSupport, ehcPlan },
});
const count = (dimension: string, value: string, children: number, schools = 5) => ({
  ...{ dimension, value, children, schools },
});

describe('figures of unidentified needs as they are told', () => {
  it('are exact to who is entitled to every child', () => {
    expect(toldExactly(group(['900001'], 5, 3, 1, 1))).toEqual({
      ...{ key: ['900001'], children: 5, withoutSen: 3, senSupportWithinYear: 1, ehcPlanWithinYear: 1 },
      ...{ identifiedPercent: 66.6667, suppressed: false },
    });
    expect(toldExactly(group([], 5, 0, 0, 0)).identifiedPercent).toBeNull();
  });

  const counts = [count('', '', 60), count(CATEGORY, 'SUSPENSION', 52), count(CATEGORY, 'PERMANENT', 12)];

  it('are to others how many, and of all together what was named, where no part is small', () => {
    expect(toldRounded(null, [group([], 101, 62, 31, 12)], counts)).toEqual([
      {
        ...{ key: [], children: 100, withoutSen: 60, senSupportWithinYear: 30, ehcPlanWithinYear: 10 },
        ...{ identifiedPercent: 75, suppressed: false },
      },
    ]);
    // Who was given support, a plan, or neither, or had provision before: each alone.
    const small = [group([], 101, 62, 3, 30), group([], 101, 62, 30, 3), group([], 101, 62, 30, 30)];
    for (const one of [...small, group([], 65, 62, 31, 12)])
      expect(toldRounded(null, [one], counts)).toMatchObject([{ senSupportWithinYear: null, identifiedPercent: null }]);
    expect(toldRounded(CATEGORY, [group(['SUSPENSION'], 80, 52, 20, 12)], counts)).toMatchObject([
      { children: 80, withoutSen: 50, senSupportWithinYear: null, suppressed: true },
    ]);
  });

  it('are none where there are none', () => {
    expect(toldRounded(null, [group([], 0, 0, 0, 0)], [])).toMatchObject([
      { children: 0, withoutSen: 0, senSupportWithinYear: 0, ehcPlanWithinYear: 0, suppressed: false },
    ]);
  });

  it('are nothing of few, of what would tell of them, of one school, nor of fewer than three', () => {
    const few = [count('', '', 60), count(CATEGORY, 'SUSPENSION', 55), count(CATEGORY, 'PERMANENT', 5)];
    const both = [group(['SUSPENSION'], 80, 55, 20, 12), group(['PERMANENT'], 9, 5, 1, 1)];
    expect(toldRounded(CATEGORY, both, few)).toEqual([toldHidden(['SUSPENSION']), toldHidden(['PERMANENT'])]);
    expect(toldRounded(null, [group([], 89, 60, 21, 13)], few)).toEqual([toldHidden([])]);
    expect(toldRounded(SCHOOL, [group(['900001'], 80, 60, 20, 12)], counts)).toEqual([toldHidden([])]);
    expect(toldRounded(null, [group([], 9, 0, 0, 0)], [count('', '', 0, 0)])).toEqual([toldHidden([])]);
    expect(toldRounded(null, [group([], 40, 5, 1, 1)], [count('', '', 5)])).toEqual([toldHidden([])]);
    const ofTwo = [count('', '', 60, 2), count(CATEGORY, 'SUSPENSION', 60, 2)];
    expect(toldRounded(null, [group([], 89, 60, 21, 13)], ofTwo)).toEqual([toldHidden([])]);
  });
});
