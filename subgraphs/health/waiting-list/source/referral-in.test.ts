import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ageOn } from './referral-in.js';

const day = (days: number): string => Temporal.PlainDate.from('2008-01-01').add({ days }).toString();

describe('the age at referral', () => {
  it('is how many birthdays a child has had, one of 29 February on 1 March where there is no such day', () => {
    const days = fc.integer({ min: 0, max: 6575 });
    fc.assert(
      fc.property(days, days, (born, received) => {
        const [from, on] = [day(Math.min(born, received)), day(Math.max(born, received))];
        let birthdays = 0;
        for (let next = Temporal.PlainDate.from(from).add({ days: 1 }).toString(); next <= on;) {
          const monthDay =
            from.endsWith('02-29') && !Temporal.PlainDate.from(next).inLeapYear ? '03-01' : from.slice(5);
          if (next.slice(5) === monthDay) birthdays += 1;
          next = Temporal.PlainDate.from(next).add({ days: 1 }).toString();
        }
        expect(ageOn(from, on)).toBe(birthdays);
      }),
      {
        numRuns: 20,
        examples: [
          [59, 424],
          [59, 425],
        ],
      },
    );
  });

  it('is not known without both days', () => {
    expect([ageOn('', '2026-01-01'), ageOn('2015-01-01', ''), ageOn('2027-01-01', '2026-01-01')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
