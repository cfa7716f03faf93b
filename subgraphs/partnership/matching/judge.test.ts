import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, type Field, fields, levelCounts, levelOf } from './comparison.js';
import { evidenceOf, judge, type Judgement, linkFrom, type MatchRule, reviewFrom } from './judge.js';
import { type Known, knownPerson } from './known.js';
import { levelsWith, nhsNumbers, said, someone, someoneKnown } from './people.test-support.js';

type Is = (field: Field) => number;

const probabilities = [0, 0.5, 0.8499, 0.85, 0.94995, 0.95, 1] as const;

const numbered = (is: Is): boolean => is('nhs') !== 2 && (is('nhs') === 1 || is('upn') === 1);

const named = (is: Is): boolean => is('given') !== 0 || is('family') !== 0;
const reachable = (is: Is): boolean => is('place') === 1 || is('place') === 2 || is('email') === 1 || is('phone') === 1;
const levelsAs = (is: Is): Uint8Array => Uint8Array.from(fields.map(is));

/** What holds of every judgement there is, whatever the weights say. */
const rules: Readonly<Record<string, (is: Is, judgement: Judgement, probability: number) => boolean>> = {
  'two different valid NHS numbers are two children': (is, { band, rule }) =>
    is('nhs') !== 2 || (band === 'separate' && rule === 'two-nhs-numbers'),
  'without two birthdays nothing is linked': (is, { band }) => is('born') !== 0 || band !== 'link',
  'another given name is never linked': (is, { band }) => is('given') !== 5 || band !== 'link',
  'without two given names only a number of both links': (is, { band }) =>
    is('given') !== 0 || band !== 'link' || numbered(is),
  'another birthday is linked by the same pupil number and both names alone': (is, { band, rule }) =>
    is('born') !== 4 || band !== 'link' || rule === 'upn-and-names',
  'another family name is linked by a number of both or from one home alone': (is, { band }) =>
    is('family') !== 5 || band !== 'link' || numbered(is) || is('place') === 1 || is('place') === 2,
  'one number with another birthday and family name is for a person': (is, { band, rule }) =>
    !numbered(is) || is('born') !== 4 || is('family') !== 5 || (band === 'review' && rule === 'one-number-two-people'),
  'one number with a birthday that is only alike and another family name is for a person': (is, { band }) =>
    !numbered(is) || is('born') < 2 || is('family') !== 5 || band === 'review',
  'a twin is for a person': (is, { band, rule }) =>
    is('nhs') === 2 ||
    !(is('given') === 5 && is('family') === 1 && is('born') === 1 && is('place') === 1) ||
    (band === 'review' && rule === 'possible-twin'),
  'a twin of a name alike is for a person, unless they have a number in common': (is, { band, rule }) =>
    is('nhs') === 2 ||
    numbered(is) ||
    !(is('given') === 4 && is('family') === 1 && is('born') === 1 && is('place') === 1) ||
    (band === 'review' && rule === 'possible-twin'),
  'two pupil numbers are never linked, unless the NHS number is the same': (is, { band }) =>
    is('upn') !== 3 || is('nhs') === 1 || band !== 'link',
  'a known form of a name, of the other sex, is never linked without a number': (is, { band }) =>
    is('given') < 2 || is('sex') !== 2 || numbered(is) || band !== 'link',
  'what is linked is at least 0.95 probable': (_is, { band, probability }) =>
    band !== 'link' || (probability >= 0.95 && probability <= 1),
  'what is for a person is from 0.85 to below 0.95 probable': (_is, { band, probability }) =>
    band !== 'review' || (probability >= 0.85 && probability < 0.95),
  'by the weights alone nothing improbable is linked or reviewed, nor what has a birthday and no name': (
    is,
    { band, rule },
    probability,
  ) => rule !== 'weights' || (probability >= 0.85 && (named(is) || reachable(is))) === (band !== 'separate'),
  'a birthday that may stand for a year alone links nobody whose names are crossed, without a number': (is) =>
    numbered(is) ||
    is('nhs') === 2 ||
    !(is('given') === 3 && is('family') === 3 && is('born') === 1) ||
    judge(levelsAs(is), 0.9998, { defaultBirthday: true }).band === 'review',
  'what is linked by the weights is as probable as they say': (_is, { band, rule, ...judged }, probability) =>
    rule !== 'weights' || band !== 'link' || (probability >= 0.95 && judged.probability === probability),
};

/** Every level of a field, but for e-mail addresses and telephones: there only the same or silence is looked for. */
const spoken = fields.map((field, at) =>
  field === 'email' || field === 'phone' ? [0, 1] : Array.from({ length: levelCounts[at] ?? 0 }, (_, level) => level),
);

const allLevels = spoken.reduce<number[][]>(
  (rows, each) => rows.flatMap((row) => each.map((level) => [...row, level])),
  [[]],
);
const placeOf = Object.fromEntries(fields.map((field, at) => [field, at])) as Record<Field, number>;

/** By rule, the first levels that break it. */
function broken(): ReadonlyMap<string, string[]> {
  const each = Object.entries(rules).map(([rule, holds]) => ({ rule, holds, breaks: [] as string[] }));
  for (const row of allLevels) {
    const levels = Uint8Array.from(row);
    const is: Is = (field) => row[placeOf[field]] ?? 0;
    for (const probability of probabilities) {
      const judgement = judge(levels, probability);
      for (const { holds, breaks } of each) {
        if (breaks.length === 3 || holds(is, judgement, probability)) continue;
        breaks.push(`${row.join('')} at ${String(probability)} is ${judgement.band} by ${judgement.rule}`);
      }
    }
  }
  return new Map(each.map(({ rule, breaks }) => [rule, breaks]));
}

describe('of all there is to judge', () => {
  const found = broken();

  it.each(Object.keys(rules))('%s', (rule) => {
    expect(found.get(rule)).toEqual([]);
  });
});

const same = { given: 1, family: 1, born: 1, sex: 1, place: 1 } as const;

describe('a judgement', () => {
  it.each<[MatchRule, Judgement['band'], Partial<Record<Field, number>>, number]>([
    ['two-nhs-numbers', 'separate', { ...same, nhs: 2 }, 1],
    ['two-nhs-numbers', 'separate', { ...same, nhs: 2, upn: 1 }, 1],
    ['nhs-number-and-date-of-birth', 'link', { ...same, nhs: 1 }, 1],
    ['nhs-number-and-date-of-birth', 'link', { born: 1, nhs: 1 }, 0.2],
    ['nhs-number-and-date-of-birth', 'link', { ...same, born: 2, nhs: 1 }, 0.2],
    ['one-number-two-people', 'review', { ...same, born: 2, family: 5, nhs: 1 }, 0.99],
    ['one-number-two-people', 'review', { ...same, born: 4, family: 5, nhs: 1 }, 0.01],
    ['one-number-two-people', 'review', { ...same, born: 4, given: 5, upn: 1 }, 0.01],
    ['one-number-two-people', 'review', { ...same, born: 4, nhs: 1 }, 0.01],
    ['upn-and-date-of-birth', 'link', { born: 1, family: 5, given: 1, upn: 1 }, 0.2],
    ['upn-and-names', 'link', { ...same, born: 4, upn: 1 }, 0.2],
    ['one-number-two-people', 'review', { ...same, born: 0, upn: 1 }, 0.99],
    ['possible-twin', 'review', { ...same, given: 5, nhs: 1 }, 1],
    ['possible-twin', 'review', { ...same, given: 5 }, 0],
    ['possible-twin', 'review', { ...same, given: 4, family: 2, place: 2 }, 1],
    ['two-upns', 'review', { ...same, upn: 3 }, 0.99],
    ['weights', 'separate', { ...same, upn: 3 }, 0.5],
    ['weights', 'link', same, 0.99],
    ['weights', 'link', { ...same, given: 2, family: 5 }, 0.99],
    ['weights', 'review', { ...same, given: 3, family: 5 }, 0.99],
    ['weights', 'review', { ...same, family: 5, place: 3 }, 0.99],
    ['weights', 'review', { ...same, born: 3, place: 5 }, 0.99],
    ['weights', 'link', { ...same, born: 3, place: 5, phone: 1 }, 0.99],
    ['weights', 'review', { ...same, born: 4 }, 0.99],
    ['weights', 'review', { ...same, born: 0 }, 0.99],
    ['weights', 'review', { ...same, given: 0 }, 0.99],
    ['weights', 'review', { ...same, given: 2, sex: 2 }, 0.99],
    ['weights', 'review', same, 0.9],
    ['weights', 'separate', same, 0.8],
  ])('is %s: %s, where %p at %d', (rule, band, levels, probability) => {
    expect(judge(levelsWith(levels), probability)).toMatchObject({ rule, band });
  });

  it('has its bands from the reference', () => {
    expect([reviewFrom, linkFrom]).toEqual([0.85, 0.95]);
  });
});

const someNumbers = fc.subarray(nhsNumbers.slice(0, 20), { minLength: 1, maxLength: 3 });

describe('two records of two different valid NHS numbers', () => {
  it('are never linked nor reviewed, whatever else they say', () => {
    fc.assert(
      fc.property(
        someone,
        someone,
        someNumbers,
        someNumbers,
        fc.double({ min: 0, max: 1 }),
        (a, b, one, other, sure) => {
          fc.pre(!one.some((number) => other.includes(number)));
          const [left, right] = [a, b].map((person, at) =>
            knownPerson({ ...person, nhsNumber: null }, { nhsNumbers: at === 0 ? one : other }),
          ) as [Known, Known];
          expect(judge(compare(left, right), sure).band).toBe('separate');
        },
      ),
    );
  });
});

describe('a record without a birthday', () => {
  it('is never linked, not even with its own copy', () => {
    fc.assert(
      fc.property(someone, someone, fc.double({ min: 0, max: 1 }), (a, b, sure) => {
        const unborn = knownPerson({ ...a, dateOfBirth: null });
        expect(judge(compare(unborn, knownPerson(b)), sure).band).not.toBe('link');
        expect(judge(compare(unborn, unborn), sure).band).not.toBe('link');
      }),
    );
  });
});

describe('the evidence', () => {
  it('says each fact that both speak of, in words', () => {
    expect(evidenceOf(levelsWith({ ...same, born: 2, nhs: 1 }), 'nhs-number-and-date-of-birth')).toEqual([
      'Given name: the same.',
      'Family name: the same.',
      'Date of birth: one slip apart.',
      'Sex: the same.',
      'Home: the same address.',
      'NHS number: the same.',
    ]);
  });

  it.each(['one-number-two-people', 'two-upns', 'possible-twin'] as const)(
    'begins with why it is for a person: %s',
    (rule) => {
      const words = evidenceOf(levelsWith(same), rule);
      expect(words).toHaveLength(6);
      expect(words[0]).toMatch(/^They (carry|may be) .*\.$/);
    },
  );

  it('is a sentence for every level of every field', () => {
    for (const [at, field] of fields.entries())
      for (let level = 1; level < (levelCounts[at] ?? 0); level++)
        expect(evidenceOf(levelsWith({ [field]: level }), 'weights')).toEqual([
          expect.stringMatching(/^[A-Z].+: .+\.$/),
        ]);
  });

  it('holds no value of either record', () => {
    const marked = fc.record({
      given: fc.constantFrom('Xqgiven', 'Xqgiven Xqmiddle', 'Xq'),
      family: fc.constantFrom('Xqfamily', 'Xqfamily-Xqother'),
      previousFamily: fc.constantFrom('Xqformer', null),
      dateOfBirth: fc.constantFrom('2014-05-06', '2014-06-05'),
      postcode: fc.constantFrom('XQ9 9XQ', 'XQ9 9XX'),
      address: fc.constantFrom('9 Xqhouse Xqstreet', '7 Xqstreet'),
      town: fc.constantFrom('Xqtown', 'Xqton'),
      email: fc.constantFrom('xqmail@example.org', 'xqmail@example.com'),
      phone: fc.constantFrom('01632 960009', null),
      upn: fc.constantFrom('B801200005001', null),
      nhsNumber: fc.constantFrom(...nhsNumbers.slice(0, 2)),
    });
    fc.assert(
      fc.property(marked, marked, fc.double({ min: 0, max: 1 }), (a, b, sure) => {
        const levels = compare(knownPerson(said(a)), knownPerson(said(b)));
        const words = evidenceOf(levels, judge(levels, sure).rule).join(' ');
        expect(words).not.toMatch(/xq|\d/i);
      }),
    );
  });

  it('speaks of exactly the fields that both speak of', () => {
    fc.assert(
      fc.property(someoneKnown, someoneKnown, (a, b) => {
        const levels = compare(a, b);
        expect(evidenceOf(levels, 'weights')).toHaveLength(fields.filter((field) => levelOf(levels, field) > 0).length);
      }),
    );
  });
});
