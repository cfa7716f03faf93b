import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { standsInWeek } from './stands-in-week.js';

describe('an agreed action', () => {
  const recordedOn = '2026-11-18';

  it.each([
    ['2026-11-09', null, false],
    ['2026-11-16', null, true],
    ['2026-12-14', null, true],
    ['2026-11-16', '2026-11-18', true],
    ['2026-11-23', '2026-11-29', true],
    ['2026-11-30', '2026-11-29', false],
    ['2026-11-16', '2026-12-01', true],
  ])('in the week of %s, done on %s, stands: %p', (monday, doneOn, stands) => {
    expect(standsInWeek({ recordedOn, doneOn }, monday)).toBe(stands);
  });

  it('stands in each week from that of its recording to that of its end, and in no other', () => {
    const start = Temporal.PlainDate.from('2026-09-07');
    fc.assert(
      fc.property(fc.nat(60), fc.option(fc.nat(60)), fc.integer({ min: -3, max: 20 }), (recorded, lasts, week) => {
        const day = (on: number): string => start.add({ days: on }).toString();
        const until = lasts === null ? 999 : recorded + lasts;
        // Day by day: on any day of the week it was recorded and not done before that day.
        const daily = Array.from({ length: 7 }, (_, at) => week * 7 + at).some((on) => recorded <= on && on <= until);
        const action = { recordedOn: day(recorded), doneOn: lasts === null ? null : day(until) };
        expect(standsInWeek(action, day(week * 7))).toBe(daily);
      }),
    );
  });
});
