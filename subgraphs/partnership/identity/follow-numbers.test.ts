import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { followNumbers } from './follow-numbers.js';

const carrying = (...numbers: readonly string[]): PersonEvidence => ({
  source: 'test',
  sourceKey: numbers.join(),
  given: null,
  family: null,
  preferred: null,
  previousFamily: null,
  dateOfBirth: null,
  sex: 'UNKNOWN',
  postcode: null,
  identifiers: numbers.map((value) => ({ type: 'NHS_NUMBER', value })),
});
const numbersOf = ({ identifiers }: PersonEvidence): string[] => identifiers.map(({ value }) => value);

/** The oracle: goes from number to number by every record that says two, until there is no new one. */
function reachable(records: readonly PersonEvidence[], from: readonly string[]): Set<string> {
  const seen = new Set(from);
  for (let size = -1; size !== seen.size;) {
    size = seen.size;
    for (const numbers of records.map(numbersOf)) {
      if (numbers.some((number) => seen.has(number))) for (const number of numbers) seen.add(number);
    }
  }
  return seen;
}

describe('a superseded NHS number', () => {
  it('is followed from record to record, however many say a part of it', () => {
    const numbers = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 5 }), (all) => {
        const records = all.map((some) => carrying(...some));
        const followed = followNumbers(records);
        expect(followed.map((one) => new Set(numbersOf(one)))).toEqual(all.map((some) => reachable(records, some)));
        for (const [at, one] of followed.entries()) {
          const own = all[at] ?? [];
          expect(numbersOf(one).slice(numbersOf(one).length - own.length)).toEqual(own);
        }
      }),
    );
  });

  it('is nothing to records that say one number each', () => {
    const records = [carrying('1'), carrying('2'), carrying()];
    expect(followNumbers(records)).toBe(records);
  });
});
