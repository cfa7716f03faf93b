import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { provisionHistory } from './provision-history.js';
import { senOn } from './sen-on.js';

const { NONE, SEN_SUPPORT, EHC_PLAN } = SenProvision;
const FIRST = Temporal.PlainDate.from('2026-01-01');
const day = (number: number): string => FIRST.add({ days: number }).toString();

const roll = fc
  .record({
    entry: fc.integer({ min: 0, max: 20 }),
    lasts: fc.option(fc.integer({ min: 1, max: 20 })),
    told: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
    shown: fc.array(fc.constantFrom(NONE, SEN_SUPPORT, EHC_PLAN), { minLength: 4, maxLength: 4 }),
  })
  .map(({ entry, lasts, told, shown }) => ({
    until: lasts === null ? null : day(entry + lasts),
    provisions: [0, ...told.sort((a, b) => a - b)].map((after, index) => ({
      provision: shown[index] ?? NONE,
      from: day(entry + after),
    })),
  }));

/** Slow and obvious: what any roll shows on one day, the highest first. */
function shownOn(
  rolls: readonly { until: string | null; provisions: { provision: SenProvision; from: string }[] }[],
  on: string,
) {
  const shown = rolls
    .filter(({ until }) => until === null || on < until)
    .flatMap(({ provisions }) => provisions.filter(({ from }) => from <= on).slice(-1))
    .map(({ provision }) => provision);
  return [EHC_PLAN, SEN_SUPPORT, NONE].find((provision) => shown.includes(provision));
}

describe('the history of provision', () => {
  it('says of every day what a slow reading of that day’s rolls says, in the fewest intervals', () => {
    fc.assert(
      fc.property(fc.array(roll, { maxLength: 4 }), (rolls) => {
        const history = provisionHistory(rolls, '9000-01-01');
        for (let number = 0; number < 60; number += 1) {
          const on = day(number);
          const covering = history.filter(({ from, until }) => from <= on && (until === null || on < until));
          expect(covering.length).toBeLessThan(2);
          expect(covering[0]?.provision).toBe(shownOn(rolls, on));
          const asOf = senOn(
            rolls.map((one) => ({ ...one, needs: [] })),
            on,
          );
          expect(asOf?.provision).toBe(shownOn(rolls, on));
        }
        for (const [index, { provision, from }] of history.entries()) {
          const before = history[index - 1];
          expect(before?.until === from && before.provision === provision).toBe(false);
        }
      }),
    );
  });

  it('leaves out a roll that has not begun', () => {
    const rolls = [{ until: null, provisions: [{ provision: EHC_PLAN, from: '2026-12-01' }] }];
    expect(provisionHistory(rolls, '2026-11-30')).toEqual([]);
    expect(provisionHistory(rolls, '2026-12-01')).toEqual([{ provision: EHC_PLAN, from: '2026-12-01', until: null }]);
  });
});
