import { describe, expect, it } from '@jest/globals';
import { asAtOf, isStale } from './as-at.js';

describe('the moment that figures are of', () => {
  it('is the last change, to the millisecond and never before it', () => {
    expect(asAtOf([])).toBeNull();
    expect(asAtOf([null, null])).toBeNull();
    expect(asAtOf(['2026-02-01T10:00:00+00:00', null])).toBe('2026-02-01T10:00:00.000Z');
    expect(asAtOf(['2026-02-01T10:00:00.000001+00:00', '2026-02-01T11:30:00+02:00'])).toBe('2026-02-01T10:00:00.001Z');
  });
});

describe('figures are stale', () => {
  it.each([
    [null, '2026-11-16', true],
    // The week of the 2nd ended on the 8th; two weeks after is the 22nd.
    ['2026-11-02', '2026-11-16', false],
    ['2026-11-02', '2026-11-23', false],
    ['2026-10-26', '2026-11-16', true],
    ['2026-10-26', '2026-10-26', false],
  ])('with a newest register of %p, asked to the week of %s: %p', (newest, last, stale) => {
    expect(isStale(newest, last, '2026-11-20')).toBe(stale);
  });
});
