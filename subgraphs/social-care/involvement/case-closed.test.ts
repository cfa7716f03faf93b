import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { casesClosed, type RecordedSpan } from './case-closed.js';
import { openOn } from './intervals.js';

const { ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, EARLY_HELP, LOOKED_AFTER, PREVIOUSLY_LOOKED_AFTER } =
  SocialCareStatus;
const open: readonly SocialCareStatus[] = [ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, LOOKED_AFTER];
const day = (days: number): string => Temporal.PlainDate.from('2026-09-01').add({ days }).toString();
const span = (status: SocialCareStatus, from: number, until: number | null, recordId = 'r'): RecordedSpan => ({
  ...{ status, recordId, from: day(from) },
  until: until === null ? null : day(until),
});
const closedOn = (spans: readonly RecordedSpan[]): string[] => casesClosed(spans).map(({ happenedOn }) => happenedOn);

describe('the case of a child', () => {
  it('is closed the first day on which nothing of it is open, and says no more than that', () => {
    expect(casesClosed([span(ASSESSMENT, 0, 4), span(CHILD_IN_NEED, 4, 9)])).toEqual([
      {
        key: 'case-closed/2026-09-01',
        recordId: 'r',
        kind: 'SOCIAL_CARE_CLOSED',
        happenedOn: '2026-09-10',
        organisation: null,
        fact: 'Children’s social care ended its work with the child on 10 September 2026.',
      },
    ]);
  });

  it('goes on while any status of it does, and where early help or what comes after care alone are left it does not', () => {
    expect(closedOn([span(CHILD_PROTECTION, 0, 9), span(LOOKED_AFTER, 3, null)])).toEqual([]);
    expect(closedOn([span(EARLY_HELP, 0, 9)])).toEqual([]);
    expect(closedOn([span(LOOKED_AFTER, 0, 9), span(PREVIOUSLY_LOOKED_AFTER, 9, null)])).toEqual([day(9)]);
  });

  it('is the same fact where the closing day is put right', () => {
    const keys = [7, 9].map((until) => casesClosed([span(CHILD_IN_NEED, 0, until)]).map(({ key }) => key));
    expect(keys[0]).toEqual(keys[1]);
  });

  it('is closed on the days that a look at every day finds', () => {
    const offset = fc.integer({ min: 0, max: 20 });
    const given = fc.record({
      status: fc.constantFrom(...open, EARLY_HELP),
      from: offset,
      until: fc.option(offset),
      recordId: fc.constantFrom('r', 's'),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 7 }), (raw) => {
        const spans = raw.map(({ status, from, until, recordId }) => span(status, from, until, recordId));
        const isOpen = (days: number): boolean =>
          spans.some((one) => open.includes(one.status) && openOn(one, day(days)));
        const slow = Array.from({ length: 22 }, (_, at) => at).filter((at) => at > 0 && isOpen(at - 1) && !isOpen(at));
        expect(closedOn(spans)).toEqual(slow.map(day));
        const keys = casesClosed(spans).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
