import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { FOLLOWED_STATUSES, type FollowedInterval } from '../cohort/duty.js';
import { dutiesOf } from './duties.js';

const { LOOKED_AFTER, CHILD_PROTECTION, CHILD_IN_NEED, PREVIOUSLY_LOOKED_AFTER, KINSHIP } = SocialCareStatus;
const told = (...intervals: FollowedInterval[]) =>
  dutiesOf('c', intervals).map(({ basis, reference, from, until }) => [basis, reference, from, until]);

describe('what the virtual school may see of a child by', () => {
  it('is care while it lasts, and nothing by this after it', () => {
    expect(
      told(
        { status: LOOKED_AFTER, from: '2025-11-02', until: null },
        { status: LOOKED_AFTER, from: '2024-02-29', until: '2025-03-01' },
      ),
    ).toEqual([
      ['LOOKED_AFTER_DUTY', 'LOOKED_AFTER 2025-11-02', '2025-11-02', null],
      ['LOOKED_AFTER_DUTY', 'LOOKED_AFTER 2024-02-29', '2024-02-29', '2025-03-01'],
    ]);
  });

  it('is each plan while it is open, and nothing after it', () => {
    expect(
      told(
        { status: CHILD_PROTECTION, from: '2026-03-02', until: null },
        { status: CHILD_IN_NEED, from: '2025-01-06', until: '2025-06-02' },
      ),
    ).toEqual([
      ['PLAN_DUTY', 'CHILD_PROTECTION 2026-03-02', '2026-03-02', null],
      ['PLAN_DUTY', 'CHILD_IN_NEED 2025-01-06', '2025-01-06', '2025-06-02'],
    ]);
  });

  it('is nothing of who left care or is in kinship care, though figures follow them', () => {
    expect(
      told(
        { status: PREVIOUSLY_LOOKED_AFTER, from: '2025-03-01', until: null },
        { status: KINSHIP, from: '2025-03-01', until: null },
      ),
    ).toEqual([]);
  });

  it('is on any day what the statuses of that day say', () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const interval = fc.record({
      status: fc.constantFrom(...FOLLOWED_STATUSES),
      from: day,
      until: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 6 }), day, (intervals, on) => {
        const held = (one: { from: string; until: string | null }) =>
          one.from <= on && (one.until === null || on < one.until);
        const bases = new Set(
          dutiesOf('c', intervals)
            .filter(held)
            .map(({ basis }) => basis),
        );
        const has = (...statuses: SocialCareStatus[]) =>
          intervals.some((one) => statuses.includes(one.status) && held(one));
        expect(bases.has('LOOKED_AFTER_DUTY')).toBe(has(LOOKED_AFTER));
        expect(bases.has('PLAN_DUTY')).toBe(has(CHILD_PROTECTION, CHILD_IN_NEED));
      }),
    );
  });
});
