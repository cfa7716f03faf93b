import { describe, expect, it } from '@jest/globals';
import { standsOn, untilOf } from './agenda.js';

describe('an agenda item', () => {
  const item = { meetingOn: '2026-11-20', until: untilOf('2026-11-20') };

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
  });
});
