import { describe, expect, it } from '@jest/globals';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { unwritten } from './duty/standing-plan.js';
import { currentFirst, toPlan } from './personal-education-plan.mapper.js';

const TODAY = '2026-11-20';
const plan = (term: string, dueOn: string, diedOn: string | null = null, until: string | null = null) =>
  toPlan({ ...unwritten, term, dueOn, initiateBy: null, until, written: true }, TODAY, diedOn);

describe('Personal Education Plans as shown', () => {
  it("begin with the current term's, even where a later one is there already, then the newest", () => {
    const newestFirst = [
      plan('2026/27 Spring', '2027-02-12'),
      plan('2026/27 Autumn', '2026-12-18'),
      plan('2025/26 Summer', '2026-07-10'),
    ];
    expect(currentFirst(newestFirst, TODAY).map(({ term }) => term)).toEqual([
      '2026/27 Autumn',
      '2026/27 Spring',
      '2025/26 Summer',
    ]);
  });

  it('stand where the day puts them', () => {
    expect(plan('2026/27 Autumn', '2026-11-19').state).toBe(ClockState.BREACHED);
  });

  it.each([
    ['2026-11-19', '2026-11-10', ClockState.STOPPED],
    ['2026-11-25', '2026-11-10', ClockState.STOPPED],
    ['2026-11-10', '2026-11-10', ClockState.STOPPED],
    ['2026-11-09', '2026-11-10', ClockState.BREACHED],
    ['2026-11-25', null, ClockState.DUE_SOON],
  ])('become neither due nor late after a death: due on %s, died on %s', (dueOn, diedOn, state) => {
    expect(plan('2026/27 Autumn', dueOn, diedOn).state).toBe(state);
    // Care that ends is an end like any other.
    expect(plan('2026/27 Autumn', dueOn, null, diedOn).state).toBe(state);
  });
});
