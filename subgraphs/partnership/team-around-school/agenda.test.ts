import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isListedOn, type ItemDays, renewedUntil, standsOn, untilOf } from './agenda.js';

const item: ItemDays = {
  meetingOn: '2026-11-20',
  until: untilOf('2026-11-20'),
  closedOn: null,
  outcome: null,
  carried: false,
  diedOn: null,
};

describe('an agenda item', () => {
  it('stands for 28 days from the day of its meeting', () => {
    expect(item.until).toBe('2026-12-18');
  });

  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-12-17', true],
    ['2026-12-18', false],
  ])('stands on %s: %p', (day, stands) => {
    expect(standsOn(item, day)).toBe(stands);
    expect(isListedOn(item, day)).toBe(stands);
  });

  it('is renewed for 28 days from the day of the renewal, and never stands less long for it', () => {
    expect(renewedUntil(item, '2026-12-04')).toBe('2027-01-01');
    expect(renewedUntil(item, '2026-11-10')).toBe('2026-12-18');
  });

  it.each([
    ['that is closed stands no longer', { closedOn: '2026-11-20' }, '2026-11-20', [false, false]],
    ['stays in the minutes of its meeting', { closedOn: '2026-11-20', outcome: 'Refer' }, '2026-11-20', [false, true]],
    ['is on no agenda after it was closed', { closedOn: '2026-11-20', outcome: 'Refer' }, '2026-11-21', [false, false]],
    [
      'is carried while something is to be done',
      { closedOn: '2026-11-20', carried: true },
      '2026-11-27',
      [false, true],
    ],
    ['is carried beyond its 28 days', { carried: true }, '2027-03-01', [false, true]],
    ['is on no agenda before its meeting', { carried: true }, '2026-11-19', [false, false]],
    ['is nobody’s who had died', { carried: true, diedOn: '2026-11-25' }, '2026-11-25', [false, false]],
    ['is of a child who lived that day', { diedOn: '2026-11-25' }, '2026-11-24', [true, true]],
  ])('%s', (_, given: Partial<ItemDays>, day, expected) => {
    const days = { ...item, ...given };
    expect([standsOn(days, day), isListedOn(days, day)]).toEqual(expected);
  });

  it('stands on the days that somebody counts who crosses them off one by one', () => {
    const first = Temporal.PlainDate.from('2026-11-20');
    const on = (day: number): string => first.add({ days: day }).toString();
    const days = fc.record({
      renewals: fc.array(fc.nat(60), { maxLength: 4 }),
      closed: fc.option(fc.nat(90)),
      died: fc.option(fc.integer({ min: -5, max: 90 })),
    });
    fc.assert(
      fc.property(days, ({ renewals, closed, died }) => {
        // A calendar of days left: a renewal that finds none left is refused, one that finds some makes them 28 again.
        let left = 28;
        let until = untilOf(on(0));
        const stood = new Map<string, boolean>();
        for (let day = 0; day < 130; day += 1) {
          if (closed === null || day < closed)
            for (const renewal of renewals)
              if (renewal === day && left > 0) {
                left = 28;
                until = renewedUntil({ until }, on(day));
              }
          stood.set(on(day), left > 0 && (closed === null || day < closed) && (died === null || day < died));
          left -= 1;
        }
        const end = (day: string) => ({
          ...item,
          until,
          closedOn: closed !== null && on(closed) <= day ? on(closed) : null,
          diedOn: died === null ? null : on(died),
        });
        for (const [day, stands] of stood) expect(standsOn(end(day), day)).toBe(stands);
      }),
    );
  });
});
