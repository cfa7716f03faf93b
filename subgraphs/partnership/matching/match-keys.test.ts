import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOf, matchKeys } from './match-keys.js';
import type { Person } from './person.js';
import { known, nhsNumbers, nobody, someoneKnown, upns } from './people.test-support.js';
import type { Known } from './known.js';

const [number = '', otherNumber = ''] = nhsNumbers;

const shared = (a: Known, b: Known): string[] => {
  const texts = new Set(matchKeys(a).map(({ text }) => text));
  return matchKeys(b).flatMap(({ text }) => (texts.has(text) ? [text] : []));
};

const zoe: Partial<Person> = {
  given: 'Zoë',
  family: 'Thornbury',
  dateOfBirth: '2014-05-06',
  postcode: 'ZZ99 3CZ',
  address: '1 Invented Way',
};

/** Keys of several facts: the ones that still find a record where a lone fact is too common. */
const together = (texts: readonly string[]): string[] => texts.filter((text) => !text.includes(' alone '));

describe('two records of one person share a key', () => {
  it.each<[string, Partial<Person>]>([
    ['the given name is another form', { ...zoe, given: 'Zoey' }],
    ['the given name is misspelt', { ...zoe, given: 'Zoee' }],
    ['the given name is an initial', { ...zoe, given: 'Z' }],
    ['the given name is left out', { ...zoe, given: null }],
    ['the family name is misspelt', { ...zoe, family: 'Thornberry' }],
    ['the family name is another', { ...zoe, family: 'Quill' }],
    ['the family name is half of a double one', { ...zoe, family: 'Quill-Thornbury' }],
    ['the family name is a former one', { ...zoe, family: 'Quill', previousFamily: 'Thornbury' }],
    ['the names stand the wrong way round', { ...zoe, given: 'Thornbury', family: 'Zoë' }],
    ['day and month stand the wrong way round', { ...zoe, dateOfBirth: '2014-06-05' }],
    ['the day is mistaken', { ...zoe, dateOfBirth: '2014-05-16' }],
    ['the month is mistaken', { ...zoe, dateOfBirth: '2014-08-06' }],
    ['the year is mistaken', { ...zoe, dateOfBirth: '2012-05-06' }],
    ['the birthday is left out', { ...zoe, dateOfBirth: null }],
    ['they moved', { ...zoe, postcode: 'ZZ12 1AA', address: '7 Mill Street' }],
    ['they moved, and the home is left out', { ...zoe, postcode: null, address: null }],
    ['all but the names is another', { ...nobody, given: 'Zoë', family: 'Thornbury', dateOfBirth: '2009-11-30' }],
    ['both names are others', { ...zoe, given: 'Persephone', family: 'Quill' }],
  ])('of several facts, where %s', (_slip, other) => {
    expect(together(shared(known(zoe), known(other)))).not.toEqual([]);
  });

  it.each<[string, Partial<Person>, Partial<Person>]>([
    [
      'the family name and a birthday the wrong way round are all they share',
      { family: 'Thornbury', dateOfBirth: '2014-05-06' },
      { family: 'Thornbury', dateOfBirth: '2014-06-05' },
    ],
    [
      'a former family name and the birthday are',
      { given: 'Zoë', family: 'Thornbury', dateOfBirth: '2014-05-06' },
      { given: 'Persephone', family: 'Quill', previousFamily: 'Thornbury', dateOfBirth: '2014-05-06' },
    ],
    [
      'the names are, one of them another form',
      { given: 'Katie', postcode: 'ZZ99 3CZ' },
      { given: 'Catherine', postcode: 'zz993cz' },
    ],
    ['the e-mail address is', { email: 'quill@example.org' }, { email: 'Quill@example.org' }],
    [
      'the home and the birthday are',
      { ...zoe, given: null, family: null },
      { ...zoe, given: 'Persephone', family: 'Quill', postcode: null },
    ],
  ])('of several facts, where %s', (_what, one, other) => {
    expect(together(shared(known(one), known(other)))).not.toEqual([]);
  });

  it('where they share a number alone, the one in force or one before it', () => {
    const [a, b] = [known({ nhsNumber: number }), known({ nhsNumber: otherNumber }, { nhsNumbers: [number] })];
    expect(matchKeys(a)).toEqual([{ text: `nhs ${number}`, sure: true }]);
    expect(shared(a, b)).toEqual([`nhs ${number}`]);
    expect(shared(known({ upn: upns[1] ?? '' }), known({ given: 'Zoë', upn: upns[1] ?? '' }))).toHaveLength(1);
  });
});

describe('the keys of a record', () => {
  it('are none where it says nothing', () => {
    expect(matchKeys(known({}))).toEqual([]);
    expect(matchKeys(known({ sex: 'F' }))).toEqual([]);
  });

  it('are each there once, and none is of what is not there', () => {
    fc.assert(
      fc.property(someoneKnown, (person) => {
        const texts = matchKeys(person).map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.filter((text) => /undefined|null|NaN/.test(text))).toEqual([]);
      }),
    );
  });

  it('are sure where they are an agency’s number, and there alone', () => {
    fc.assert(
      fc.property(someoneKnown, (person) => {
        for (const { text, sure } of matchKeys(person)) expect(sure).toBe(/^(nhs|upn) /.test(text));
      }),
    );
  });

  it('are few, so that the work grows with the records', () => {
    fc.assert(
      fc.property(someoneKnown, (person) => {
        expect(matchKeys(person).length).toBeLessThan(60);
      }),
    );
  });
});

describe('the hash of a key', () => {
  it('is a whole number of 52 bits, the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const hash = hashOf(text);
        expect(Number.isSafeInteger(hash)).toBe(true);
        expect(hash).toBeGreaterThanOrEqual(0);
        expect(hash).toBeLessThan(2 ** 52);
        expect(hashOf(text)).toBe(hash);
      }),
    );
  });

  it('tells 100,000 keys apart', () => {
    const names = ['TRNP', 'KL', 'MRX', 'S', 'FN', 'PRSFN', 'ANS', 'TM', 'LN', 'RS'];
    const texts = Array.from({ length: 100_000 }, (_, at) => `${names[at % 10] ?? ''} ${20100101 + at * 7}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
  });

  it.each([
    ['costarring', 'liquid'],
    ['declinate', 'macallums'],
    ['altarage', 'zinke'],
  ])('tells %s and %s apart, which are one in 32 bits', (one, other) => {
    expect(hashOf(one) % 2 ** 32).toBe(hashOf(other) % 2 ** 32);
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  it('tells texts of one or two letters apart, whatever order they stand in', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ');
    const texts = letters.flatMap((a) => [a, ...letters.flatMap((b) => [a + b, ...letters.map((c) => a + b + c)])]);
    expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
  });
});
