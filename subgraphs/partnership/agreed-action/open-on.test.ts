import { describe, expect, it } from '@jest/globals';
import { isCarriedTo, isOpenOn } from './open-on.js';

describe('an action agreed on 20 November', () => {
  it.each([
    ['2026-11-19', null, [false, false]],
    ['2026-11-20', null, [true, true]],
    ['2027-11-20', null, [true, true]],
    ['2026-11-27', '2026-11-28', [true, true]],
    ['2026-11-27', '2026-11-27', [false, true]],
    ['2026-11-28', '2026-11-27', [false, false]],
  ])('on %s, done on %s, is open, and carried to the meeting: %p', (day, doneOn, expected) => {
    const action = { recordedOn: '2026-11-20', doneOn };
    expect([isOpenOn(action, day), isCarriedTo(action, day)]).toEqual(expected);
  });
});
