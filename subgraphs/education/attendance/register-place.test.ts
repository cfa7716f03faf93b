import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { schoolDays } from '../../../platform/code-sets/register-week.js';
import { registerPlace } from './register-place.js';

describe('a school day', () => {
  it('stands in the week that has it among its five days, two sessions a day', () => {
    const weekday = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
      .filter(({ dayOfWeek }) => dayOfWeek <= 5)
      .map(String);
    fc.assert(
      fc.property(weekday, (on) => {
        const { weekBeginning, morning } = registerPlace(on);
        expect(schoolDays(weekBeginning)[morning / 2]).toBe(on);
      }),
    );
  });
});
