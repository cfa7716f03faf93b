import { describe, expect, it } from '@jest/globals';
import type { CalendarSpan } from './calendar-span.js';
import { heldCalendar } from './held-calendar.js';

const span = (kind: CalendarSpan['kind'], from: string, until = from): CalendarSpan => ({ kind, from, until });
const autumn = span('TERM', '2026-09-02', '2026-12-18');
const halfTerm = span('CLOSED', '2026-10-26', '2026-10-30');
const lastSummer = span('TERM', '2026-04-13', '2026-07-21');
const inset = span('INSET', '2026-11-20');

describe('the calendar of a school', () => {
  it('is its area’s, with the school’s own closures and INSET days', () => {
    expect(heldCalendar([inset], [lastSummer, autumn, halfTerm])).toEqual([inset, lastSummer, autumn, halfTerm]);
  });

  it('is its own in a year of which it names its terms, and its area’s in others', () => {
    const own = span('TERM', '2026-09-07', '2026-12-22');
    expect(heldCalendar([own, inset], [lastSummer, autumn, halfTerm])).toEqual([own, inset, lastSummer]);
  });

  it('is none where nothing is told', () => {
    expect(heldCalendar([], [])).toEqual([]);
  });
});
