import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NameShares } from './name-shares.js';
import { known, someoneKnown } from './people.test-support.js';
import { expected } from './weights.js';

const [usualGiven = 0] = expected.strangers.given;
const [usualFamily = 0] = expected.strangers.family;

describe('how common a name is among the records at hand', () => {
  it('is as counted one by one, and as if two hundred more had it as often as is usual', () => {
    fc.assert(
      fc.property(fc.array(someoneKnown, { minLength: 1, maxLength: 60 }), (records) => {
        const shares = new NameShares(records);
        for (const record of records) {
          const given = records.filter((other) => other.given.parts[0] === record.given.parts[0]).length;
          const family = records.filter((other) => other.family.whole === record.family.whole).length;
          const of = shares.of(record);
          expect(of.given).toBeCloseTo((given + 200 * usualGiven) / (records.length + 200), 12);
          expect(of.family).toBeCloseTo((family + 200 * usualFamily) / (records.length + 200), 12);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the higher the more have it, and the name of nobody is the rarest', () => {
    const records = [...Array.from({ length: 30 }, () => 'Zoë'), 'Martha'].map((given) =>
      known({ given, family: 'Quill' }),
    );
    const shares = new NameShares(records);
    const of = (given: string): number => shares.of(known({ given })).given;
    expect(of('Zoë')).toBeGreaterThan(of('Martha'));
    expect(of('Martha')).toBeGreaterThan(of('Persephone'));
    expect(of('Persephone')).toBeGreaterThan(0);
    expect(of('ZOE Grace')).toBe(of('Zoë'));
  });

  it('is as usual where there are no records', () => {
    expect(new NameShares([]).of(known({ given: 'Zoë' })).given).toBeCloseTo(usualGiven, 12);
  });
});
