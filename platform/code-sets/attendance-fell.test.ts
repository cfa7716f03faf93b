import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { fallsOf } from './attendance-fell.js';

const monday = (weeks: number): string => Temporal.PlainDate.from('2026-09-07').add({ weeks }).toString();
const week = (weeks: number, possible: number, attended: number) => ({
  ...{ weekBeginning: monday(weeks), possible, attended },
});
const fell = (weeks: Parameters<typeof fallsOf>[0]) =>
  fallsOf(weeks).map(({ week: { weekBeginning }, before }) => [weekBeginning, before]);

/** By fractions of whole numbers, every week looked at from the beginning. */
function slowly(weeks: Parameters<typeof fallsOf>[0]): unknown[] {
  return weeks.flatMap((one) => {
    const from = Temporal.PlainDate.from(one.weekBeginning).subtract({ weeks: 4 }).toString();
    const earlier = weeks.filter(({ weekBeginning: on }) => from <= on && on < one.weekBeginning);
    const before = {
      possible: earlier.reduce((sum, { possible }) => sum + possible, 0),
      attended: earlier.reduce((sum, { attended }) => sum + attended, 0),
    };
    if (one.possible === 0 || before.possible === 0) return [];
    const [was, is] = [BigInt(before.attended * one.possible), BigInt(one.attended * before.possible)];
    return (was - is) * 100n >= 10n * BigInt(one.possible * before.possible) ? [[one.weekBeginning, before]] : [];
  });
}

describe('a fall of attendance', () => {
  it('is ten points or more, exactly ten among them', () => {
    expect(fell([week(0, 10, 6), week(1, 8, 4)])).toEqual([[monday(1), { possible: 10, attended: 6 }]]);
    expect(fell([week(0, 10, 6), week(1, 100, 51)])).toEqual([]);
  });

  it('is none where nothing could be attended, now or before', () => {
    expect(fell([week(0, 10, 10), week(1, 0, 0)])).toEqual([]);
    expect(fell([week(0, 0, 0), week(1, 10, 0)])).toEqual([]);
  });

  it('is what counting slowly makes it', () => {
    const tally = fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const);
    fc.assert(
      fc.property(fc.array(fc.option(tally), { maxLength: 12 }), (all) => {
        const weeks = all.flatMap((one, at) => (one === null ? [] : [week(at, one[0], one[1])]));
        expect(fell(weeks)).toEqual(slowly(weeks));
      }),
    );
  });
});
