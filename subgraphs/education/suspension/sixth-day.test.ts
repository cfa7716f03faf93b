import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ProvidedSuspension, sixthDayDuties } from './sixth-day.js';
import { calendar, dayAt, halfDays, suspended, suspensions } from './suspended.test-support.js';
import { SuspensionCategory } from './suspension-category.js';

const { SUSPENSION, PERMANENT, LUNCHTIME } = SuspensionCategory;

/**
 * Slowly and obviously: every school day of one school in order, marked where the child is suspended; six marks in a row owe
 * something on the sixth, once a row.
 */
function dueDays(drawn: readonly ProvidedSuspension[], urn: string, isOpen: (urn: string, day: string) => boolean) {
  const own = drawn.filter((one) => one.urn === urn);
  const excluded = new Set(own.flatMap((one) => halfDays(one, isOpen)).map((half) => half.slice(0, 10)));
  const due: string[] = [];
  let row = 0;
  for (let at = 0; at < 400; at++) {
    const day = dayAt(at);
    if (!isOpen(urn, day)) continue;
    row = excluded.has(day) ? row + 1 : 0;
    if (row === 6) due.push(day);
  }
  return due;
}

const keyOf = ({ dueOn, dutyOf }: { dueOn: string; dutyOf: string }): string => `${dueOn} ${dutyOf}`;
const today = dayAt(150);

describe('provision from the sixth day', () => {
  it('is owed by the school on the sixth school day in a row, in one period or several', () => {
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        const owed = sixthDayDuties(drawn, isOpen, today).filter(({ dutyOf }) => dutyOf !== 'COUNCIL');
        const expected = ['900001', '900002'].flatMap((urn) =>
          dueDays(drawn, urn, isOpen).map((dueOn) => keyOf({ dueOn, dutyOf: urn })),
        );
        expect(owed.map(keyOf).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('is owed by the council on the sixth school day of an exclusion for good, which is counted by itself', () => {
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        const owed = sixthDayDuties(drawn, isOpen, today).filter(({ dutyOf }) => dutyOf === 'COUNCIL');
        const standing = drawn.filter((one) => one.category === PERMANENT && one.cancelledOn === null);
        const expected = standing.map(({ urn, startedOn }) => {
          const days = Array.from({ length: 400 }, (_, at) => dayAt(at)).filter((day) => isOpen(urn, day));
          return days.filter((day) => day >= startedOn)[5];
        });
        expect(owed.map(({ dueOn }) => dueOn)).toEqual(expected);
      }),
    );
  });

  it('is breached where it is in place late, or not at all once the day is over', () => {
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        for (const { dueOn, inPlaceOn, breached } of sixthDayDuties(drawn, isOpen, today)) {
          if (inPlaceOn === null) expect(breached).toBe(today > dueOn);
          else expect(breached).toBe(inPlaceOn > dueOn);
        }
      }),
    );
  });

  const weekdays = (_: string, day: string) => ![0, 6].includes(new Date(day).getUTCDay());

  it('is told with the first of the suspensions of a run, and the earliest that any of them says', () => {
    const first = suspended({ sessions: 6, provisionOn: '2026-09-22' });
    const second = suspended({ startedOn: '2026-09-17', sessions: 6, provisionOn: '2026-09-21' });
    const lunch = suspended({ startedOn: '2026-09-17', category: LUNCHTIME, sessions: null, lunchtimes: 2 });
    expect(sixthDayDuties([second, lunch, first], weekdays, today)).toEqual([
      { of: first, dueOn: '2026-09-21', dutyOf: '900001', inPlaceOn: '2026-09-21', breached: false },
    ]);
  });

  it('is owed to nobody past compulsory schooling', () => {
    const long = suspended({ category: SUSPENSION, sessions: 20 });
    expect(sixthDayDuties([long], weekdays, today, (urn, on) => urn === '900001' && on < '2026-09-21')).toEqual([]);
  });

  it('is not told where it is not known on which days the school is open', () => {
    expect(sixthDayDuties([suspended({ sessions: 20 })], () => null, today)).toEqual([]);
  });
});
