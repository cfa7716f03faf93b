import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Cohort } from './cohort.js';
import { cohortsOf, presentAlone } from './cohorts-of.js';
import { FOLLOWED_STATUSES, type FollowedInterval } from './duty.js';

const { LOOKED_AFTER, CHILD_PROTECTION, CHILD_IN_NEED, PREVIOUSLY_LOOKED_AFTER, KINSHIP } = SocialCareStatus;
const TODAY = '2026-11-20';
const day = (days: number): string => Temporal.PlainDate.from(TODAY).add({ days }).toString();

const anyInterval = fc
  .record({
    status: fc.constantFrom(...FOLLOWED_STATUSES),
    from: fc.integer({ min: -20, max: 5 }),
    days: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ status, from, days }): FollowedInterval => ({
    status,
    from: day(from),
    until: days === null ? null : day(from + days),
  }));

describe('the cohorts of a child', () => {
  it('are none for a child of no duty', () => {
    expect(cohortsOf([], [], TODAY)).toEqual([]);
  });

  it('hold a status from its first day, and no longer on the day it ends', () => {
    const plan = (from: string, until: string | null) => [{ status: CHILD_PROTECTION, from, until } as const];
    expect(cohortsOf(plan(TODAY, null), [], TODAY)).toContain(Cohort.CHILD_PROTECTION);
    expect(cohortsOf(plan('2026-01-01', TODAY), [], TODAY)).toEqual([
      Cohort.IN_NEED_SIX_YEARS,
      Cohort.EVER_SOCIAL_WORKER,
    ]);
    expect(cohortsOf(plan(day(1), null), [], TODAY)).toEqual([]);
  });

  it('are several at once, the most serious first', () => {
    const intervals = [PREVIOUSLY_LOOKED_AFTER, CHILD_IN_NEED, KINSHIP].map(
      (status) => ({ status, from: '2026-01-01', until: null }) as FollowedInterval,
    );
    expect(cohortsOf(intervals, [], TODAY)).toEqual([
      Cohort.CHILD_IN_NEED,
      Cohort.ON_PLAN,
      Cohort.IN_NEED_SIX_YEARS,
      Cohort.PREVIOUSLY_LOOKED_AFTER,
      Cohort.KINSHIP,
      Cohort.EVER_SOCIAL_WORKER,
    ]);
  });

  it('count kinship care alone as no social worker, and having left care as one', () => {
    expect(cohortsOf([{ status: KINSHIP, from: '2026-01-01', until: null }], [], TODAY)).toEqual([Cohort.KINSHIP]);
    expect(cohortsOf([{ status: PREVIOUSLY_LOOKED_AFTER, from: '2026-01-01', until: null }], [], TODAY)).toContain(
      Cohort.EVER_SOCIAL_WORKER,
    );
  });
});

describe('the present status alone', () => {
  it('is the most serious plan or care open today, and nothing of the past or beside it', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 8 }), (intervals) => {
        const shown = presentAlone(intervals, TODAY);
        const openToday = (status: SocialCareStatus): boolean =>
          intervals.some((one) => one.status === status && one.from <= TODAY && (one.until ?? day(99)) > TODAY);
        const expected = openToday(LOOKED_AFTER)
          ? [LOOKED_AFTER]
          : openToday(CHILD_PROTECTION)
            ? [CHILD_PROTECTION]
            : openToday(CHILD_IN_NEED)
              ? [CHILD_IN_NEED]
              : [];
        expect([...new Set(shown.map(({ status }) => status))]).toEqual(expected);
        expect(shown.every(({ from, until }) => from <= TODAY && (until ?? day(99)) > TODAY)).toBe(true);
      }),
    );
  });
});
