import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, type Field, fields, levelOf } from './comparison.js';
import { countLevels } from './count-levels.js';
import type { Known } from './known.js';
import { known, nhsNumbers, seeded, someoneKnown, upns } from './people.test-support.js';
import { spokenLevels } from './weights.js';

const pairsOf = (records: readonly Known[]): number => (records.length * (records.length - 1)) / 2;
const total = (row: readonly number[]): number => row.reduce((sum, count) => sum + count, 0);

/** Every value that is counted and not sampled, as text. */
const values: Readonly<Partial<Record<Field, (known: Known) => string>>> = {
  given: ({ given }) => given.whole,
  family: ({ family }) => family.whole,
  born: ({ born }) => (born.year === 0 ? '' : JSON.stringify(born)),
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  upn: ({ upns: [upn = ''] }) => upn,
  nhs: ({ nhsNumbers: [number = ''] }) => number,
};

/** The share of pairs with the same value among those that both have one: every pair looked at. */
function shareSame(records: readonly Known[], valueOf: (known: Known) => string): number {
  let [same, spoken] = [0, 0];
  records.forEach((one, at) => {
    for (const other of records.slice(at + 1)) {
      if (valueOf(one) === '' || valueOf(other) === '') continue;
      spoken += 1;
      if (valueOf(one) === valueOf(other)) same += 1;
    }
  });
  return spoken === 0 ? 0 : same / spoken;
}

const random = seeded(7);
const pick = (words: readonly string[]): string | null => words[Math.floor(random(words.length + 1))] ?? null;

// A temporary number and a permanent one say nothing of each other: that is not a count of values.
const permanent = upns.filter((upn) => /\d$/.test(upn)).slice(0, 12);

/** Two hundred invented records of few different values. */
const file: readonly Known[] = Array.from({ length: 200 }, (_, at) =>
  known({
    given: pick(['Zoë', 'Martha', 'Persephone', 'Katie', 'Catherine', 'Rhys', 'Reece', 'Hugo']),
    family: pick(['Quill', 'Thornbury', 'Thornberry', 'Marsh', 'Vane', 'Holt']),
    dateOfBirth: pick(['2014-05-06', '2014-06-05', '2012-02-29', '2009-11-30', '2010-01-01']),
    sex: pick(['F', 'M']),
    postcode: pick(['ZZ99 3CZ', 'ZZ99 3CX', 'ZZ12 1AA', 'AB1 2CD']),
    email: pick(['quill@example.org', 'vane@example.org']),
    phone: at % 2 === 0 ? `01632 96${String(at % 40).padStart(4, '0')}` : null,
    upn: pick(permanent),
    nhsNumber: pick(nhsNumbers.slice(0, 30)),
  }),
);

describe('how often records of a file agree', () => {
  const counted = countLevels(file, pairsOf(file));

  it.each(Object.entries(values))('is exactly the share of pairs with the same value: %s', (field, valueOf) => {
    const row = counted[field as Field];
    expect((row[0] ?? 0) / total(row)).toBeCloseTo(shareSame(file, valueOf), 9);
  });

  const compared = file.flatMap((one, at) => file.slice(at + 1).map((other) => compare(one, other)));

  it.each(fields)('is near what every pair comes to: %s', (field) => {
    const spoken = compared.map((levels) => levelOf(levels, field)).filter((level) => level > 0);
    const row = counted[field];
    expect(row).toHaveLength(spokenLevels(field));
    for (const [at, count] of row.entries()) {
      const exact = spoken.filter((level) => level === at + 1).length;
      expect(Math.abs(count / total(row) - exact / spoken.length)).toBeLessThan(0.02);
    }
    expect(Math.abs(total(row) - spoken.length) / compared.length).toBeLessThan(0.02);
  });

  it('is the same for the same file', () => {
    expect(countLevels(file, pairsOf(file))).toEqual(counted);
  });
});

describe('how often any records agree', () => {
  it('is a count of pairs, never less than none, never more than there are', () => {
    fc.assert(
      fc.property(fc.array(someoneKnown, { minLength: 2, maxLength: 15 }), (records) => {
        const pairs = pairsOf(records);
        const counted = countLevels(records, pairs);
        for (const field of fields) {
          expect(counted[field]).toHaveLength(spokenLevels(field));
          expect(counted[field].filter((count) => !(count >= 0))).toEqual([]);
          expect(total(counted[field])).toBeLessThanOrEqual(pairs + 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is nothing where nothing is said', () => {
    const silent = countLevels([known({}), known({}), known({})], 3);
    for (const field of fields) expect(total(silent[field])).toBe(0);
  });
});
