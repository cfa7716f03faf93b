import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { pepState } from './pep-clock.js';

const DUE = '2026-12-18';
const fromDue = (days: number): string => Temporal.PlainDate.from(DUE).add({ days }).toString();

describe('a Personal Education Plan', () => {
  it.each([
    [-15, ClockState.ON_TRACK],
    [-14, ClockState.DUE_SOON],
    [0, ClockState.DUE_SOON],
    [1, ClockState.BREACHED],
  ])('not complete %i days from due is %s', (days, state) => {
    expect(pepState({ dueOn: DUE, endedOn: null }, fromDue(days))).toBe(state);
  });

  it('is stopped when completed on its last day, and stays breached when completed late', () => {
    expect(pepState({ dueOn: DUE, endedOn: DUE }, fromDue(90))).toBe(ClockState.STOPPED);
    expect(pepState({ dueOn: DUE, endedOn: fromDue(1) }, fromDue(90))).toBe(ClockState.BREACHED);
  });

  it('reads a past day as it stood then, and agrees with a slow reading on every day', () => {
    const offset = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(offset, fc.option(offset), (asAt, completed) => {
        const known = completed !== null && completed <= asAt;
        const slow = known
          ? completed <= 0
            ? ClockState.STOPPED
            : ClockState.BREACHED
          : asAt > 0
            ? ClockState.BREACHED
            : asAt >= -14
              ? ClockState.DUE_SOON
              : ClockState.ON_TRACK;
        const plan = { dueOn: DUE, endedOn: completed === null ? null : fromDue(completed) };
        expect(pepState(plan, fromDue(asAt))).toBe(slow);
      }),
    );
  });
});
