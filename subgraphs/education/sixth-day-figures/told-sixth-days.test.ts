import { describe, expect, it } from '@jest/globals';
import { toldExactly, toldHidden, toldRounded } from './told-sixth-days.js';

const group = (key: string[], due: number, inTime: number, late: number, missing: number) => ({
  ...{ key, due, inTime, late, missing },
});
const count = (dimension: string, value: string, children: number) => ({ dimension, value, children });

describe('figures of sixth days as they are told', () => {
  it('are exact to who is entitled to every child', () => {
    const school = group(['900001'], 5, 1, 2, 1);
    expect(toldExactly(school)).toEqual({ ...school, suppressed: false });
  });

  it('are to others how often it was owed, and of all together what became of it where no part is small', () => {
    const counts = [count('', '', 40), count('DUTY_HOLDER', 'SCHOOL', 28), count('DUTY_HOLDER', 'COUNCIL', 12)];
    expect(toldRounded('', [group([], 43, 12, 9, 22)], counts)).toEqual([
      { key: [], due: 45, inTime: 10, late: 10, missing: 20, suppressed: false },
    ]);
    // Four of 43 are still to come.
    expect(toldRounded('', [group([], 43, 12, 9, 18)], counts)).toMatchObject([{ due: 45, inTime: null }]);
    for (const small of [group([], 43, 3, 20, 20), group([], 43, 20, 3, 20), group([], 43, 20, 20, 3)])
      expect(toldRounded('', [small], counts)).toMatchObject([{ due: 45, inTime: null, late: null, missing: null }]);
    expect(toldRounded('DUTY_HOLDER', [group(['SCHOOL'], 30, 10, 10, 10)], counts)).toEqual([
      { key: ['SCHOOL'], due: 30, inTime: null, late: null, missing: null, suppressed: true },
    ]);
  });

  it('are none where it was never owed', () => {
    const counts = [count('', '', 0), count('SCHOOL', '900001', 0), count('DUTY_HOLDER', 'COUNCIL', 0)];
    expect(toldRounded('', [group([], 0, 0, 0, 0)], counts)).toEqual([
      { key: [], due: 0, inTime: 0, late: 0, missing: 0, suppressed: false },
    ]);
  });

  it('are of all together nothing where whoever owed it is hidden, though none of them is few together', () => {
    const counts = [count('', '', 12), count('DUTY_HOLDER', 'SCHOOL', 6), count('DUTY_HOLDER', 'COUNCIL', 6)];
    expect(toldRounded('', [group([], 12, 12, 0, 0)], counts)).toEqual([toldHidden([])]);
    const ofNobody = [...counts, count('DUTY_HOLDER', 'OTHER', 0)];
    expect(toldRounded('', [group([], 12, 12, 0, 0)], ofNobody)).toEqual([toldHidden([])]);
  });

  it('give way by what tells least, so that the choice does not tell of sizes', () => {
    const counts = [
      count('PHASE', 'Primary', 90),
      count('PHASE', 'Not applicable', 95),
      count('PHASE', 'Secondary', 3),
    ];
    const groups = ['Primary', 'Not applicable', 'Secondary'].map((phase) => group([phase], 90, 30, 30, 30));
    expect(toldRounded('PHASE', groups, counts).map(({ due }) => due)).toEqual([90, null, null]);
  });

  it('are nothing of few, nor of what would tell of them', () => {
    const counts = [count('', '', 33), count('SCHOOL', '900001', 30), count('SCHOOL', '900002', 3)];
    const groups = [group(['900001'], 31, 31, 0, 0), group(['900002'], 3, 3, 0, 0)];
    expect(toldRounded('SCHOOL', groups, counts)).toEqual([toldHidden(['900001']), toldHidden(['900002'])]);
    expect(toldRounded('', [group([], 34, 34, 0, 0)], counts)).toEqual([toldHidden([])]);
  });
});
