import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { workerAttention } from './worker-attention.js';

const { CHILD_IN_NEED, CHILD_PROTECTION, EARLY_HELP, LOOKED_AFTER } = SocialCareStatus;
const on = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;
const held = (from: number, until: number | null = null) => ({
  from: on(from),
  until: until === null ? null : on(until),
});
const span = (status: SocialCareStatus, from: number, until: number | null = null) => ({
  status,
  ...held(from, until),
});
const told = (...given: Parameters<typeof workerAttention>) =>
  workerAttention(...given).map(({ kind, facet, since, until }) => [kind, facet, since, until]);

describe('what of a child’s workers needs attention', () => {
  it('is a plan without a worker, which is history once there is one', () => {
    expect(told([span(CHILD_PROTECTION, 2)], [held(2, 9)])).toEqual([['PLAN_WITHOUT_WORKER', null, on(9), null]]);
    expect(told([span(CHILD_IN_NEED, 2)], [held(5)])).toEqual([['PLAN_WITHOUT_WORKER', 'HISTORY', on(2), on(5)]]);
    expect(
      told([span(LOOKED_AFTER, 2, 5), span(CHILD_IN_NEED, 5)], [held(2, 9), held(9)]).map(([kind]) => kind),
    ).toEqual(['WORKER_CHANGE']);
    expect(told([span(EARLY_HELP, 2)], [held(2, 9)])).toEqual([]);
  });

  it('is not said of a child of whom no case list tells', () => {
    expect(told([span(CHILD_PROTECTION, 2)], [])).toEqual([]);
  });

  it('is another worker, in the week from the day: never the first', () => {
    expect(told([], [held(2, 18), held(18)])).toEqual([['WORKER_CHANGE', 'HISTORY', on(18), on(23)]]);
    expect(told([], [held(2), held(2)])).toEqual([]);
    expect(workerAttention([], [held(2, 18), held(18)])[0]).toMatchObject({
      ...{ from: on(18), fact: 'Came to another worker on 18 November 2026.' },
    });
  });

  it('has no worker on exactly the days on which a plan was held and nobody was allocated', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 27 }), fc.option(fc.integer({ min: 2, max: 28 }))), {
      maxLength: 4,
    });
    const days = Array.from({ length: 28 }, (_, at) => on(at + 1));
    const holds = (all: readonly { from: string; until: string | null }[], day: string) =>
      all.some(({ from, until }) => from <= day && (until === null || day < until));
    fc.assert(
      fc.property(spans, spans, (plans, workers) => {
        const planned = plans.map(([from, until]) => span(CHILD_IN_NEED, from, until));
        const allocated = workers.map(([from, until]) => held(from, until));
        const known = allocated.some(({ from, until }) => until === null || from < until);
        const without = workerAttention(planned, allocated).filter(({ kind }) => kind === 'PLAN_WITHOUT_WORKER');
        expect(days.filter((day) => holds(without, day))).toEqual(
          days.filter((day) => known && holds(planned, day) && !holds(allocated, day)),
        );
      }),
    );
  });
});
