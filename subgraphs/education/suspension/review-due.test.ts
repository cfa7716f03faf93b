import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GovernorsDuty } from './governors-duty.js';
import { governorsTerm } from './governors-review.js';
import { reviewDue } from './review-due.js';
import { calendar, dayAt, halfDays, suspended, suspensions } from './suspended.test-support.js';
import type { ProvidedSuspension } from './sixth-day.js';
import { SuspensionCategory } from './suspension-category.js';

const { LUNCHTIME, PERMANENT } = SuspensionCategory;

/** Slowly and obviously: half days of one term, of what a school gave up to a suspension. */
function halvesIn(term: string, of: ProvidedSuspension, drawn: readonly ProvidedSuspension[], isOpen: IsOpen): number {
  const upTo = drawn.filter((one) => one.urn === of.urn && one.startedOn <= of.startedOn);
  const sessions = upTo.flatMap((one) => halfDays(one, isOpen)).filter((half) => termOf(half.slice(0, 10)) === term);
  const lunches = upTo
    .filter(({ category, startedOn }) => category === LUNCHTIME && termOf(startedOn) === term)
    .reduce((sum, one) => sum + ((one.cancelledOn === null ? one.lunchtimes : one.served) ?? 0), 0);
  return sessions.length + lunches;
}

type IsOpen = (urn: string, day: string) => boolean;
const days = Array.from({ length: 500 }, (_, at) => dayAt(at));
const termOf = (on: string): string => governorsTerm(on).to;

describe('the review of a suspension', () => {
  it('is by what it makes of a term’s days, and is met for by a school day of that school', () => {
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        for (const one of drawn) {
          const { schoolDays, duty, meetBy } = reviewDue(one, drawn, isOpen);
          const terms = new Set([
            termOf(one.startedOn),
            ...halfDays(one, isOpen).map((half) => termOf(half.slice(0, 10))),
          ]);
          const most = Math.max(...[...terms].map((term) => halvesIn(term, one, drawn, isOpen))) / 2;
          expect(schoolDays).toBe(most);
          const byDays = most > 15 ? 'MUST_MEET' : most > 5 ? 'ON_REPRESENTATIONS' : 'NONE';
          const standing = one.category === PERMANENT ? 'MUST_MEET' : byDays;
          expect(duty).toBe(one.cancelledOn === null ? standing : 'NONE');
          const open = days.filter((on) => on > one.startedOn && isOpen(one.urn, on));
          expect(meetBy).toBe(duty === GovernorsDuty.NONE ? null : open[duty === GovernorsDuty.MUST_MEET ? 14 : 49]);
        }
      }),
    );
  });

  it('is of the term in which it comes to more, and has no day where the school’s are not known', () => {
    // Three days up to 31 July, and eight after it: here every day is a school day.
    const of = suspended({ startedOn: '2026-07-29', sessions: 22 });
    expect(reviewDue(of, [of], () => true)).toMatchObject({
      ...{ schoolDays: 8, duty: GovernorsDuty.ON_REPRESENTATIONS, term: { from: '2026-08-01', to: '2026-12-31' } },
    });
    // As many in each: of the first.
    const even = suspended({ startedOn: '2026-07-29', sessions: 12 });
    expect(reviewDue(even, [even], () => true)).toMatchObject({ schoolDays: 3, term: { to: '2026-07-31' } });
    const soon = suspended({ startedOn: '2026-09-14', sessions: 12 });
    const known = (urn: string, on: string) => (on < '2026-10-01' ? true : null);
    expect(reviewDue(soon, [soon], known)).toMatchObject({ duty: GovernorsDuty.ON_REPRESENTATIONS, meetBy: null });
  });

  it('is made no larger by an exclusion for good of another day', () => {
    const forGood = suspended({ category: PERMANENT, session: null, sessions: null });
    const of = suspended({ startedOn: '2026-09-15', sessions: 2 });
    expect(reviewDue(of, [forGood, of], () => true).duty).toBe(GovernorsDuty.NONE);
    expect(reviewDue(forGood, [forGood, of], () => true).duty).toBe(GovernorsDuty.MUST_MEET);
  });
});
