import { describe, expect, it } from '@jest/globals';
import type { ReferralsGroup } from './referrals-row.js';
import { toldExactly, toldRounded } from './told-referrals.js';

const group = (over: Partial<ReferralsGroup> = {}): ReferralsGroup => ({
  ...{
    key: ['CAMHS'],
    referrals: 43,
    accepted: 21,
    redirected: 9,
    rejected: 13,
    median: 3.5,
    childrenTold: 8,
    ...over,
  },
});

describe('what is told of referrals', () => {
  it('is all of it to their provider', () => {
    expect(toldExactly(group({ childrenTold: 1 }))).toEqual({
      ...{ key: ['CAMHS'], referrals: 43, accepted: 21, redirected: 9, rejected: 13, suppressed: false },
      medianDaysToReferrerTold: 3.5,
    });
  });

  it('is to the nearest five, and of outcomes as many as may be told, to everyone else', () => {
    expect(toldRounded(group(), 3)).toMatchObject({ referrals: 45, accepted: 20, rejected: 15, redirected: 10 });
    expect(toldRounded(group(), 1)).toMatchObject({ referrals: 45, accepted: 20, rejected: null, redirected: null });
    expect(toldRounded(group(), 0)).toMatchObject({ referrals: 45, accepted: null, suppressed: false });
  });

  it('is a length of time where ten children, as told, stand behind it', () => {
    expect(toldRounded(group(), 0).medianDaysToReferrerTold).toBe(3.5);
    expect(toldRounded(group({ childrenTold: 7 }), 0).medianDaysToReferrerTold).toBeNull();
    expect(toldRounded(group({ childrenTold: 0, median: null }), 0).medianDaysToReferrerTold).toBeNull();
  });
});
