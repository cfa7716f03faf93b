import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstDayProvision } from './first-day.js';
import type { ToldSuspension } from './kept-suspension.repository.js';

const day = (at: number): string => new Date(Date.UTC(2026, 8, 1 + at)).toISOString().slice(0, 10);

const told = (over: Partial<ToldSuspension> = {}): ToldSuspension => ({
  ...{ schoolUrn: '900001', startedOn: day(10), category: 'SUSPENSION', sessions: 4, lunchtimes: null },
  ...{ cancelledOn: null, provisionOn: null, ...over },
});

const anyTold = fc
  .record({
    at: fc.nat(30),
    category: fc.constantFrom<ToldSuspension['category'][]>('SUSPENSION', 'SUSPENSION', 'LUNCHTIME', 'PERMANENT'),
    provided: fc.option(fc.nat(4)),
  })
  .map(({ at, category, provided }) =>
    told({ startedOn: day(at), category, provisionOn: provided === null ? null : day(at + provided) }),
  );
const anyHeld = fc
  .record({ at: fc.nat(30), length: fc.option(fc.nat(10)) })
  .map(({ at, length }) => ({ from: day(at), until: length === null ? null : day(at + length) }));

describe('what is expected from the first day', () => {
  it('is of each suspension and exclusion that began on a day of care, and is met by that day alone', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { maxLength: 5 }), fc.array(anyHeld, { maxLength: 3 }), (suspensions, held) => {
        // Slowly: every day of care, one by one.
        const inCare = Array.from({ length: 60 }, (_, at) => day(at)).filter((on) =>
          held.some(({ from, until }) => on >= from && (until ?? '9999') > on),
        );
        const expected = suspensions
          .filter(({ category, startedOn }) => category !== 'LUNCHTIME' && inCare.includes(startedOn))
          .map(({ startedOn, provisionOn }) => [startedOn, provisionOn, provisionOn === startedOn]);
        const said = firstDayProvision(suspensions, held, day(60));
        expect(said.map(({ expectedOn, inPlaceOn, met }) => [expectedOn, inPlaceOn, met])).toEqual(expected);
      }),
    );
  });

  const held = [{ from: day(0), until: null }];
  const says = (of: ToldSuspension, today = day(40)) => firstDayProvision([of], held, today);

  it('is of the school, and after an exclusion for good of the council', () => {
    expect(says(told())[0]?.dutyOf).toBe('900001');
    expect(says(told({ category: 'PERMANENT', sessions: null }))[0]?.dutyOf).toBe('COUNCIL');
  });

  it('is nothing of what was cancelled unserved, nor of a day to come', () => {
    expect(says(told({ cancelledOn: day(10), sessions: 0 }))).toEqual([]);
    expect(says(told({ cancelledOn: day(11), sessions: 1 }))).toHaveLength(1);
    expect(says(told(), day(9))).toEqual([]);
  });
});
