import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { easterMonday } from './easter-monday.js';
import { governorsReview, governorsTerm } from './governors-review.js';
import { calendar, dayAt, halfDays, suspended, suspensions } from './suspended.test-support.js';
import { SuspensionCategory } from './suspension-category.js';

const { LUNCHTIME, PERMANENT } = SuspensionCategory;

describe('Easter Monday', () => {
  it('is the one of every year whose bank holidays are published', () => {
    const { holidays } = codeSet(
      'bank_holidays',
      z.object({ holidays: z.array(z.object({ on: z.string(), name: z.string() })) }),
    );
    const published = holidays.filter(({ name }) => name === 'Easter Monday').map(({ on }) => on);
    expect(published.length).toBeGreaterThan(20);
    expect(published.map((on) => easterMonday(Number(on.slice(0, 4))).toString())).toEqual(published);
  });
});

describe('a governing board’s term', () => {
  it('ends on Easter Monday, 31 July and 31 December, and another begins the day after', () => {
    const ends = ['2026-04-06', '2026-07-31', '2026-12-31'];
    for (let day = new Date('2026-01-01'); day < new Date('2027-01-01'); day = new Date(+day + 86_400_000)) {
      const on = day.toISOString().slice(0, 10);
      const { from, to } = governorsTerm(on);
      expect(to).toBe(ends.find((end) => on <= end));
      expect(from <= on).toBe(true);
    }
    expect(governorsTerm('2026-04-07').from).toBe('2026-04-07');
  });

  it('is that of the day’s own year, whichever years were asked about before', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
        for (const on of days.map((one) => one.toISOString().slice(0, 10))) {
          const year = on.slice(0, 4);
          const ends = [easterMonday(Number(year)).toString(), `${year}-07-31`, `${year}-12-31`];
          expect([on, governorsTerm(on).to]).toEqual([on, ends.find((end) => on <= end)]);
        }
      }),
    );
  });
});

describe('a governing board’s review', () => {
  it('is of the half days that lie in the term', () => {
    const term = { from: '2026-08-01', to: '2026-12-31' };
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        const sessions = drawn.flatMap((one) => halfDays(one, isOpen)).filter((half) => half >= term.from).length;
        const lunches = drawn
          .filter(({ category, startedOn }) => category === LUNCHTIME && startedOn >= term.from)
          .reduce((sum, one) => sum + ((one.cancelledOn === null ? one.lunchtimes : one.served) ?? 0), 0);
        const forGood = drawn.some(
          (one) => one.category === PERMANENT && one.cancelledOn === null && one.startedOn >= term.from,
        );
        const { schoolDays, duty } = governorsReview(drawn, term, isOpen);
        expect(schoolDays).toBe((sessions + lunches) / 2);
        const asked = schoolDays > 5 ? 'ON_REPRESENTATIONS' : 'NONE';
        expect(duty).toBe(forGood || schoolDays > 15 ? 'MUST_MEET' : asked);
      }),
    );
  });

  it.each([
    [10, 'NONE'],
    [11, 'ON_REPRESENTATIONS'],
    [30, 'ON_REPRESENTATIONS'],
    [31, 'MUST_MEET'],
  ])('of %i sessions is %s', (sessions, duty) => {
    const term = governorsTerm(dayAt(75));
    expect(governorsReview([suspended({ sessions })], term, () => true).duty).toBe(duty);
  });
});
