import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meet } from '../../../../platform/ingest/interval.js';
import { SessionOfDay } from '../../../../platform/vocabulary/session-of-day.js';
import { SuspensionCategory } from '../suspension-category.js';
import type { SuspensionFact } from './fact.js';
import { leastSpan } from './least-span.js';

const { AM, PM } = SessionOfDay;

const fact: SuspensionFact = {
  ...{ kind: 'suspension', urn: '900001', startedOn: '2026-09-14', category: SuspensionCategory.SUSPENSION },
  ...{ session: AM, sessions: 1, lunchtimes: null, reasons: [], cancelledOn: null, served: null },
  ...{ provisionOn: null, provider: null },
  ...{ councilToldOn: null, reviewedOn: null, reviewResult: null, reinstatedOn: null, senExpert: null },
};

/** Every half day of weekdays from Monday 14 September 2026, in order. */
const halves = Array.from({ length: 60 }, (_, at) => {
  const day = new Date(Date.UTC(2026, 8, 14 + Math.floor(at / 10) * 7 + Math.floor((at % 10) / 2)));
  return { day: day.toISOString().slice(0, 10), session: at % 2 === 0 ? AM : PM };
});

const at = (first: number, sessions: number): SuspensionFact => ({
  ...fact,
  ...{ startedOn: halves[first]?.day ?? '', session: halves[first]?.session ?? AM, sessions },
});

describe('the half days that a suspension has at the least', () => {
  it('are those of weekdays, one after the other: two overlap where they share one', () => {
    const one = fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(one, one, ([a, many], [b, more]) => {
        const shared = a < b + more && b < a + many;
        expect(meet(leastSpan(at(a, many)), leastSpan(at(b, more)))).toBe(shared);
      }),
    );
  });

  it('are those served, of one that was cancelled, and none of what has no sessions', () => {
    const cancelled = { ...fact, sessions: 4, cancelledOn: '2026-09-15', served: 2 };
    expect(leastSpan(cancelled)).toEqual({ from: '2026-09-14 AM', until: '2026-09-15 AM' });
    const none = leastSpan({ ...fact, category: SuspensionCategory.PERMANENT, session: null, sessions: null });
    expect(none.from).toBe(none.until);
  });
});
