import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTENDANCE_CODES } from '../../../platform/code-sets/attendance-codes.js';
import { packWeek, unpackWeek } from '../../../platform/code-sets/marks.js';
import { mergeWeek } from './merge-week.js';

const week = fc.array(fc.constantFrom(null, ...ATTENDANCE_CODES.keys()), { minLength: 10, maxLength: 10 });

describe('a later file’s week', () => {
  it('replaces a session it marks and leaves one it does not, as a slow reading of each session does', () => {
    fc.assert(
      fc.property(week, week, (held, given) => {
        const merged = unpackWeek(mergeWeek(packWeek(held), packWeek(given)));
        expect(merged).toEqual(held.map((code, slot) => given[slot] ?? code));
      }),
    );
  });

  it('leaves the week it was merged into as it was', () => {
    const held = packWeek(['/']);
    mergeWeek(held, packWeek(['L']));
    expect(unpackWeek(held)[0]).toBe('/');
  });
});
