import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { cohortIntervals, type HeldAllocation } from './cohort-intervals.js';
import { Cohort } from './cohort.js';
import { FOLLOWED_STATUSES, type FollowedInterval, type FollowedStatus } from './duty.js';
import type { HeldInterval } from './held-interval.js';

const { LOOKED_AFTER, CHILD_PROTECTION, CHILD_IN_NEED, PREVIOUSLY_LOOKED_AFTER, KINSHIP } = SocialCareStatus;
const FIRST = Temporal.PlainDate.from('2020-02-20');
const day = (days: number): string => FIRST.add({ days }).toString();

const on = (one: HeldInterval, date: string): boolean => one.from <= date && (one.until === null || date < one.until);

const status = (of: FollowedStatus, from: string, until: string | null = null): FollowedInterval => ({
  status: of,
  from,
  until,
});
const worker = (role: HeldAllocation['role'], from: string, until: string | null = null): HeldAllocation => ({
  ...{ role, team: 'North' },
  ...{ from, until },
});

/** Every day that a fact of these tests may be held on, and on to six years and more after the last. */
const CALENDAR = Array.from({ length: 2250 }, (_, days) => day(days - 2));

/** Day by day, from the days of the facts alone. */
class Oracle {
  constructor(
    private readonly statuses: readonly FollowedInterval[],
    private readonly allocations: readonly HeldAllocation[],
  ) {}

  has(cohort: Cohort, date: string): boolean {
    const held = (...of: FollowedStatus[]) => this.statuses.some((one) => of.includes(one.status) && on(one, date));
    switch (cohort) {
      case Cohort.LOOKED_AFTER:
        return held(LOOKED_AFTER);
      case Cohort.CHILD_PROTECTION:
        return held(CHILD_PROTECTION);
      case Cohort.CHILD_IN_NEED:
        return held(CHILD_IN_NEED);
      case Cohort.ON_PLAN:
        return held(CHILD_PROTECTION) || held(CHILD_IN_NEED);
      case Cohort.SOCIAL_WORKER_NOW:
        return this.roles(date).has(WorkerRole.SOCIAL_WORKER) || held(CHILD_PROTECTION) || held(LOOKED_AFTER);
      case Cohort.IN_NEED_SIX_YEARS:
        return this.inSixYears(date);
      case Cohort.PREVIOUSLY_LOOKED_AFTER:
        return held(PREVIOUSLY_LOOKED_AFTER);
      case Cohort.KINSHIP:
        return held(KINSHIP);
      case Cohort.EVER_SOCIAL_WORKER:
        return this.ever(date);
    }
  }

  private roles(date: string): Set<string> {
    return new Set(this.allocations.filter((one) => on(one, date)).map(({ role }) => role));
  }

  private inSixYears(date: string): boolean {
    const before = Temporal.PlainDate.from(date).subtract({ years: 6 }).toString();
    return CALENDAR.filter((past) => before < past && past <= date).some(
      (past) => this.has(Cohort.ON_PLAN, past) || this.has(Cohort.LOOKED_AFTER, past),
    );
  }

  private ever(date: string): boolean {
    return CALENDAR.filter((past) => past <= date).some((past) => {
      const roles = this.roles(past);
      const others = roles.size > 0 && !roles.has(WorkerRole.SOCIAL_WORKER);
      if (this.has(Cohort.SOCIAL_WORKER_NOW, past) || this.has(Cohort.PREVIOUSLY_LOOKED_AFTER, past)) return true;
      return this.has(Cohort.CHILD_IN_NEED, past) && !others;
    });
  }
}

const anyDays = fc
  .record({ from: fc.integer({ min: 0, max: 24 }), days: fc.option(fc.integer({ min: -1, max: 12 })) })
  .map(({ from, days }): HeldInterval => ({ from: day(from), until: days === null ? null : day(from + days) }));
const anyStatuses = fc.array(
  fc.tuple(fc.constantFrom(...FOLLOWED_STATUSES), anyDays).map(([of, days]) => ({ status: of, ...days })),
  { maxLength: 5 },
);
const anyAllocations = fc.array(
  fc.tuple(fc.constantFrom(...Object.values(WorkerRole)), anyDays).map(([role, days]) => ({
    ...{ role, team: null },
    ...days,
  })),
  { maxLength: 4 },
);

/** Around the facts, and around six years after them, the ends of two Februaries among both. */
const MOMENTS = [
  ...Array.from({ length: 42 }, (_, days) => day(days - 2)),
  ...Array.from({ length: 42 }, (_, days) =>
    FIRST.add({ years: 6 })
      .add({ days: days - 2 })
      .toString(),
  ),
];

describe('the days of each cohort', () => {
  it('are those that the facts of each day say, as few intervals as can say so', () => {
    fc.assert(
      fc.property(anyStatuses, anyAllocations, fc.constantFrom(...MOMENTS), (statuses, allocations, date) => {
        const made = cohortIntervals(statuses, allocations);
        const oracle = new Oracle(statuses, allocations);
        for (const cohort of Object.values(Cohort)) {
          const intervals = made.get(cohort) ?? [];
          expect([cohort, intervals.some((one) => on(one, date))]).toEqual([cohort, oracle.has(cohort, date)]);
          intervals.forEach(({ from, until }, index) => {
            expect(until === null || from < until).toBe(true);
            if (index > 0) expect(from > (intervals[index - 1]?.until ?? '9999-12-31')).toBe(true);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of six years count the day itself, and end on the day that the last of them falls out', () => {
    const of = (from: string, until: string) =>
      cohortIntervals([status(CHILD_IN_NEED, from, until)], []).get(Cohort.IN_NEED_SIX_YEARS);
    expect(of('2018-05-01', '2018-05-11')).toEqual([{ from: '2018-05-01', until: '2024-05-10' }]);
    expect(of('2020-02-01', '2020-03-01')).toEqual([{ from: '2020-02-01', until: '2026-03-01' }]);
    expect(of('2018-02-01', '2018-03-01')).toEqual([{ from: '2018-02-01', until: '2024-02-28' }]);
  });

  it('with a social worker are not those of a Child in Need plan that somebody else leads, now or ever', () => {
    const made = cohortIntervals([status(CHILD_IN_NEED, '2026-01-05')], [worker('FAMILY_HELP_LEAD', '2026-01-05')]);
    expect(made.get(Cohort.ON_PLAN)).toEqual([{ from: '2026-01-05', until: null }]);
    expect(made.get(Cohort.SOCIAL_WORKER_NOW)).toEqual([]);
    expect(made.get(Cohort.EVER_SOCIAL_WORKER)).toEqual([]);
  });

  it('with a social worker ever are those of a Child in Need plan that nobody is named for, and not now', () => {
    const made = cohortIntervals([status(CHILD_IN_NEED, '2022-01-05', '2022-06-01')], []);
    expect(made.get(Cohort.SOCIAL_WORKER_NOW)).toEqual([]);
    expect(made.get(Cohort.EVER_SOCIAL_WORKER)).toEqual([{ from: '2022-01-05', until: null }]);
  });

  it('with a social worker are those of care and protection, whoever is named', () => {
    const leads = [worker('PERSONAL_ADVISER', '2026-01-01')];
    for (const held of [LOOKED_AFTER, CHILD_PROTECTION] as const) {
      const made = cohortIntervals([status(held, '2026-02-02', '2026-03-02')], leads);
      expect(made.get(Cohort.SOCIAL_WORKER_NOW)).toEqual([{ from: '2026-02-02', until: '2026-03-02' }]);
      expect(made.get(Cohort.EVER_SOCIAL_WORKER)).toEqual([{ from: '2026-02-02', until: null }]);
    }
  });

  it('follow from an allocation alone where no plan is held', () => {
    const made = cohortIntervals([], [worker('SOCIAL_WORKER', '2026-01-05', '2026-02-01')]);
    expect(made.get(Cohort.SOCIAL_WORKER_NOW)).toEqual([{ from: '2026-01-05', until: '2026-02-01' }]);
    expect(made.get(Cohort.IN_NEED_SIX_YEARS)).toEqual([]);
    expect(made.get(Cohort.EVER_SOCIAL_WORKER)).toEqual([{ from: '2026-01-05', until: null }]);
  });
});
