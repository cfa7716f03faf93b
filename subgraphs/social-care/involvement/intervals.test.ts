import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { mergeSpans, openOn, type StatusSpan } from './intervals.js';

const { CHILD_IN_NEED, CHILD_PROTECTION, LOOKED_AFTER } = SocialCareStatus;
const day = (days: number): string => Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
const span = (status: SocialCareStatus, from: number, until: number | null): StatusSpan => ({
  status,
  from: day(from),
  until: until === null ? null : day(until),
});

const offset = fc.integer({ min: 0, max: 20 });
const anySpans = fc.array(
  fc.record({ status: fc.constantFrom(CHILD_IN_NEED, LOOKED_AFTER), from: offset, until: fc.option(offset) }),
  { maxLength: 8 },
);

describe('the spans of a status', () => {
  it('hold their first day and not the day they end', () => {
    const plan = span(CHILD_PROTECTION, 2, 5);
    expect([1, 2, 4, 5].map((days) => openOn(plan, day(days)))).toEqual([false, true, true, false]);
    expect(openOn(span(CHILD_PROTECTION, 2, null), '2099-12-31')).toBe(true);
  });

  it('become one where they overlap or touch, and not where a day lies between', () => {
    expect(mergeSpans([span(CHILD_IN_NEED, 5, 9), span(CHILD_IN_NEED, 0, 5)])).toEqual([span(CHILD_IN_NEED, 0, 9)]);
    expect(mergeSpans([span(CHILD_IN_NEED, 0, 9), span(CHILD_IN_NEED, 2, 3)])).toEqual([span(CHILD_IN_NEED, 0, 9)]);
    expect(mergeSpans([span(CHILD_IN_NEED, 0, null), span(CHILD_IN_NEED, 2, 3)])).toEqual([
      span(CHILD_IN_NEED, 0, null),
    ]);
    expect(mergeSpans([span(CHILD_IN_NEED, 0, 5), span(CHILD_IN_NEED, 6, 9)])).toHaveLength(2);
  });

  it('of two statuses stay two, oldest first', () => {
    const both = [span(LOOKED_AFTER, 3, null), span(CHILD_IN_NEED, 0, 3)];
    expect(mergeSpans(both)).toEqual([both[1], both[0]]);
  });

  it('that hold no day are left out', () => {
    expect(mergeSpans([span(CHILD_IN_NEED, 3, 3), span(CHILD_IN_NEED, 5, 4)])).toEqual([]);
  });

  it('leave what they were given as it was', () => {
    const given = [span(LOOKED_AFTER, 3, null), span(CHILD_IN_NEED, 0, 3)];
    mergeSpans(given);
    expect(given).toEqual([span(LOOKED_AFTER, 3, null), span(CHILD_IN_NEED, 0, 3)]);
  });

  it('hold the same days merged as asked one by one, with a gap between any two of a status', () => {
    fc.assert(
      fc.property(anySpans, (raw) => {
        const spans = raw.map(({ status, from, until }) => span(status, from, until));
        const merged = mergeSpans(spans);
        for (const status of [CHILD_IN_NEED, LOOKED_AFTER]) {
          const of = (all: StatusSpan[]) => all.filter((one) => one.status === status);
          for (let days = 0; days <= 22; days += 1) {
            const slow = of(spans).some((one) => openOn(one, day(days)));
            expect(of(merged).filter((one) => openOn(one, day(days)))).toHaveLength(slow ? 1 : 0);
          }
          of(merged).forEach((one, index, all) => {
            if (index > 0) expect(one.from > (all[index - 1]?.until ?? '9999-12-31')).toBe(true);
          });
        }
        expect(mergeSpans(merged)).toEqual(merged);
      }),
    );
  });
});
