import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dashDate, isoDate, isWeekday, slashDate } from './plain-date.js';

const part = (min: number, max: number, length: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));

describe('a plain date', () => {
  it('is read in every form exactly where the calendar has the day', () => {
    fc.assert(
      fc.property(
        fc.oneof(part(1900, 2100, 4), part(1, 9999, 4)),
        part(0, 13, 2),
        part(0, 32, 2),
        (year, month, day) => {
          const iso = `${year}-${month}-${day}`;
          let oracle: string | null = null;
          try {
            oracle = Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
          } catch {
            // Not a day of the calendar.
          }
          expect(isoDate.read(iso)).toBe(oracle);
          expect(slashDate.read(`${day}/${month}/${year}`)).toBe(oracle);
          expect(dashDate.read(`${day}-${month}-${year}`)).toBe(oracle);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '2025-2-3',
    '20250203',
    '03/02/2025',
    '2025-02-03T00:00:00Z',
    '2025-02-03 ',
    '',
    '0000-01-01',
    '0000-02-29',
  ])('is not read from "%s" as the ISO form', (text) => {
    expect(isoDate.read(text)).toBeNull();
  });

  it('is a weekday where the calendar says Monday to Friday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
        const date = Temporal.PlainDate.from('1900-01-01').add({ days });
        expect(isWeekday(date.toString())).toBe(date.dayOfWeek <= 5);
      }),
      { numRuns: 1_000 },
    );
  });
});
