import { describe, expect, it } from '@jest/globals';
import { toldExactly, toldHidden, toldRounded } from './told-suspensions.js';

const group = {
  ...{ grouping: 0, key: ['Primary'], phase: 'Primary', pupils: 412, suspensions: 33, suspended: 12 },
  ...{ exclusions: 9, excluded: 9, sessions: 151 },
};
const open = { pupils: false, suspended: false, excluded: false };

describe('figures of suspensions as they are told', () => {
  it('are exact to who is entitled to every pupil, rates to four places', () => {
    expect(toldExactly(group)).toEqual({
      ...{ key: ['Primary'], pupils: 412, suspensions: 33, suspensionsPer100: 8.0097, childrenSuspended: 12 },
      ...{ childrenSuspendedPer100: 2.9126, permanentExclusions: 9, permanentExclusionsPer100: 2.1845 },
      ...{ lostDays: 75.5, suppressed: false },
    });
    expect(toldExactly({ ...group, pupils: 0 })).toMatchObject({ suspensions: 33, suspensionsPer100: null });
  });

  it('are rounded to others, and rates from the rounded ones', () => {
    expect(toldRounded(group, open)).toEqual({
      ...{ key: ['Primary'], pupils: 410, suspensions: 35, suspensionsPer100: 8.5, childrenSuspended: 10 },
      ...{ childrenSuspendedPer100: 2.4, permanentExclusions: 10, permanentExclusionsPer100: 2.4 },
      ...{ lostDays: 75, suppressed: false },
    });
  });

  it('are not told where hidden, each by its own table; of nobody suspended nothing tells of another year', () => {
    expect(toldRounded(group, { ...open, suspended: true })).toEqual({ ...toldHidden(['Primary']), pupils: 410 });
    expect(toldRounded(group, { ...open, excluded: true })).toMatchObject({
      ...{ suspensions: 35, permanentExclusions: null, permanentExclusionsPer100: null, suppressed: true },
    });
    expect(toldRounded(group, { ...open, pupils: true })).toMatchObject({
      ...{ pupils: null, suspensions: 35, suspensionsPer100: null, suppressed: true },
    });
    const nobody = { ...group, suspensions: 0, suspended: 0, exclusions: 0, excluded: 0, sessions: 42 };
    expect(toldRounded(nobody, open)).toMatchObject({ suspensions: 0, suspensionsPer100: 0, lostDays: null });
  });
});
