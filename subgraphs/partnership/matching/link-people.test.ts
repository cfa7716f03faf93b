import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkPeople } from './link-people.js';
import type { FoundPair, Person } from './person.js';
import { nhsNumbers, nobody, said, seeded, someone, upns } from './people.test-support.js';

const [number = '', otherNumber = ''] = nhsNumbers;

const random = seeded(11);
const one = (words: readonly string[]): string => words[Math.floor(random(words.length))] ?? '';
const twoDigits = (least: number, many: number): string => String(Math.floor(random(many)) + least).padStart(2, '0');
const syllables = [
  'bal',
  'cor',
  'den',
  'fim',
  'gra',
  'hol',
  'kes',
  'lom',
  'mer',
  'nov',
  'pel',
  'ris',
  'sut',
  'tav',
  'wen',
];

/** Forty children who have nothing to do with each other: so many syllables that no two names are alike. */
const strangers: readonly Person[] = Array.from({ length: 40 }, () =>
  said({
    given: one(syllables) + one(syllables),
    family: one(syllables) + one(syllables) + one(syllables),
    dateOfBirth: `20${twoDigits(5, 18)}-${twoDigits(1, 12)}-${twoDigits(1, 28)}`,
    sex: one(['F', 'M']),
    postcode: `ZZ${twoDigits(10, 80)} ${String(Math.floor(random(10)))}${one(['AB', 'CD', 'EF', 'GH'])}`,
    address: `${twoDigits(1, 90)} ${one(syllables)}${one(syllables)} Street`,
  }),
);

const zoe = said({
  given: 'Zoë',
  family: 'O’Brien-Quill',
  dateOfBirth: '2014-05-06',
  sex: 'F',
  postcode: 'ZZ99 3CZ',
  address: '1 Invented Way',
});

/** What becomes of two records among the strangers. */
async function between(left: Partial<Person>, right: Partial<Person>): Promise<string> {
  const found = await linkPeople([...strangers, { ...zoe, ...left }, { ...zoe, ...right }], null);
  return found.find((pair) => pair.left === 40 && pair.right === 41)?.band ?? 'separate';
}

const ordered = (found: readonly FoundPair[]): string[] =>
  found.map(({ left, right, band }) => `${left} ${right} ${band}`).sort();

describe('two records among forty others', () => {
  it.each<[string, Partial<Person>]>([
    ['is its own copy', {}],
    [
      'is written otherwise',
      { given: 'ZOE', family: 'OBRIEN QUILL', sex: '2', postcode: 'zz993cz', address: '1, invented way' },
    ],
    ['has another spelling of the name', { given: 'Zoey' }],
    ['has a slip in the family name', { family: 'O’Brian-Quill' }],
    ['has half of the family name', { family: 'Quill' }],
    ['has day and month the wrong way round', { dateOfBirth: '2014-06-05' }],
    ['has the names the wrong way round', { given: 'O’Brien-Quill', family: 'Zoë' }],
    ['has moved', { postcode: 'ZZ12 1AA', address: '7 Mill Street' }],
    ['has another family name at the same address', { family: 'Thornbury' }],
  ])('are linked where the other %s', async (_how, other) => {
    expect(await between({}, other)).toBe('link');
    expect(await between(other, {})).toBe('link');
  });

  it.each<[string, Partial<Person>, Partial<Person>]>([
    [
      'two brothers',
      { given: 'Hugo', sex: 'M', dateOfBirth: '2010-02-03' },
      { given: 'Rhys', sex: 'M', dateOfBirth: '2013-09-14' },
    ],
    [
      'two sisters born in one year',
      { given: 'Martha', dateOfBirth: '2013-01-03' },
      { given: 'Robyn', dateOfBirth: '2013-12-14' },
    ],
    [
      'two children of one name',
      { family: 'Quill' },
      { family: 'Quill', dateOfBirth: '2008-10-17', postcode: 'AB1 2CD', address: '7 Mill Street' },
    ],
    ['two NHS numbers', { nhsNumber: number }, { nhsNumber: otherNumber }],
  ])('are separate where they are of %s', async (_who, left, right) => {
    expect(await between(left, right)).toBe('separate');
  });

  it.each<[string, Partial<Person>, Partial<Person>]>([
    ['twins', { given: 'Hugo' }, { given: 'Rhys' }],
    ['twins of two sexes', { given: 'Hugo', sex: 'M' }, { given: 'Martha' }],
    ['twins of names alike', { given: 'Christian', sex: 'M' }, { given: 'Christopher', sex: 'M' }],
    ['twins of names that rhyme: Holly and Molly', { given: 'Holly' }, { given: 'Molly' }],
    ['twins of names that rhyme: Jason and Mason', { given: 'Jason' }, { given: 'Mason' }],
    ['twins of names that rhyme: Jayden and Kayden', { given: 'Jayden' }, { given: 'Kayden' }],
    ['twins with one NHS number', { given: 'Hugo', nhsNumber: number }, { given: 'Martha', nhsNumber: number }],
    [
      'one number and two people',
      { nhsNumber: number },
      { given: 'Hugo', family: 'Vane', dateOfBirth: '2009-11-30', nhsNumber: number },
    ],
    [
      'one number, one birthday and two names',
      { nhsNumber: number },
      { given: 'Hugo', family: 'Vane', postcode: null, address: null, nhsNumber: number },
    ],
    ['one child with two pupil numbers', { upn: upns[1] ?? '' }, { upn: upns[2] ?? '' }],
  ])('are for a person where they may be of %s', async (_who, left, right) => {
    expect(await between(left, right)).toBe('review');
  });

  it.each<[string, Partial<Person>]>([
    ['the child is not yet born', { dateOfBirth: null }],
    ['the child is not yet born, though the NHS number is the same', { dateOfBirth: null, nhsNumber: number }],
    ['the name is of 200 characters', { given: 'Zoë'.repeat(67) }],
    ['there is no given name', { given: null }],
    ['there is only a home', { given: null, family: null, dateOfBirth: null }],
  ])('are never linked where %s', async (_what, words) => {
    expect(await between(words, words)).not.toBe('link');
    expect(await between(words, { nhsNumber: words.nhsNumber ?? null })).not.toBe('link');
  });
});

describe('twins whose names are alike', () => {
  /** Three strangers each who have either name as it stands. */
  const namesakes = (names: readonly string[]): Person[] =>
    names.flatMap((given) =>
      strangers.slice(0, 3).map((stranger, at) => ({ ...stranger, given, address: `${String(at)}${given}` })),
    );

  it.each([
    ['Samira', 'Samina'],
    ['Jason', 'Jaxon'],
    ['Daniel', 'Danielle'],
    ['Harry', 'Henry'],
    ['Emily', 'Millie'],
  ])('%s and %s, are for a person where others have either name too', async (given, other) => {
    const [left, right] = [
      { ...zoe, given },
      { ...zoe, given: other },
    ];
    const others = [...strangers, ...namesakes([given, other])];
    const found = await linkPeople([...others, left, right], null);
    expect(found.find((pair) => pair.left === others.length)?.band).toBe('review');
  });

  it('are one child’s records where one of the names is nobody else’s: a slip of the pen', async () => {
    const others = [...strangers, ...namesakes(['Samira'])];
    const found = await linkPeople([...others, { ...zoe, given: 'Samira' }, { ...zoe, given: 'Samirra' }], null);
    expect(found.find((pair) => pair.left === others.length)?.band).toBe('link');
  });

  it('are for a person where one carries the other’s number, though both are beside their own', async () => {
    const hugo = { ...zoe, given: 'Hugo', nhsNumber: number };
    const martha = { ...zoe, given: 'Martha' };
    const found = await linkPeople([hugo, martha, ...strangers], [hugo, { ...martha, nhsNumber: number }]);
    expect(ordered(found)).toEqual(expect.arrayContaining(['0 0 link', '0 1 review', '1 1 link']));
  });
});

describe('a file', () => {
  it('of records that say nothing has no pair, however many they are', async () => {
    const blank = Object.fromEntries(Object.keys(nobody).map((field) => [field, ' ']));
    for (const empty of [nobody, { ...nobody, ...blank }, said({ given: 'Z'.repeat(200), family: 'Q'.repeat(200) })]) {
      const many = Array.from({ length: 70 }, () => empty);
      expect(await linkPeople(many, null)).toEqual([]);
      expect(await linkPeople(many, many.slice(0, 5))).toEqual([]);
      expect(await linkPeople([...strangers, empty, empty], null)).toEqual([]);
    }
  });

  it('of strangers alone has no pair', async () => {
    expect(await linkPeople(strangers, null)).toEqual([]);
  });

  it('of none or one has no pair', async () => {
    for (const people of [[], [zoe]]) expect(await linkPeople(people, null)).toEqual([]);
    expect(await linkPeople([], [])).toEqual([]);
    expect(await linkPeople([zoe], [])).toEqual([]);
  });

  it('of copies of one child is of one person: every pair is linked, by a probability', async () => {
    for (const copies of [2, 5, 15, 50]) {
      const found = await linkPeople(
        Array.from({ length: copies }, () => zoe),
        null,
      );
      expect(found).toHaveLength((copies * (copies - 1)) / 2);
      expect(found.every(({ band, probability }) => band === 'link' && probability <= 1)).toBe(true);
    }
  });

  it('with one child as like two who are not one person leaves all to a person', async () => {
    const half = said({ given: 'Zoë', family: 'O’Brien-Quill', dateOfBirth: '2014-05-06' });
    const people = [
      ...strangers,
      half,
      { ...zoe, nhsNumber: number },
      { ...zoe, nhsNumber: otherNumber, address: '7 Mill Street', postcode: 'AB1 2CD' },
    ];
    expect(ordered(await linkPeople(people, null))).toEqual(['40 41 review', '40 42 review']);
  });

  it('tells how far it has come', async () => {
    const told: string[] = [];
    await linkPeople([zoe, zoe], null, (done, of) => told.push(`${done} of ${of}`));
    expect(told).toEqual(['1 of 4', '2 of 4', '3 of 4', '4 of 4']);
  });
});

describe('two files', () => {
  const moved = (person: Person, at: number): Person =>
    at % 3 === 0 ? { ...person, postcode: 'ZZ12 1AA', address: null } : person;
  const left = [...strangers.slice(0, 30), { ...zoe, given: 'Hugo' }, zoe];
  const right = [...strangers.slice(10).map(moved), { ...zoe, given: 'Rhys' }, { ...zoe, given: 'Zoey' }];

  it('are linked child by child, and twins are for a person', async () => {
    const found = await linkPeople(left, right);
    const links = found.filter(({ band }) => band === 'link').map((pair) => [pair.left, pair.right]);
    const same = [...Array.from({ length: 20 }, (_, at) => [at + 10, at]), [31, 31]];
    expect(links.sort(([a = 0], [b = 0]) => a - b)).toEqual(same);
    expect(found.find((pair) => pair.left === 30 && pair.right === 30)?.band).toBe('review');
    for (const { probability, band } of found) {
      expect(probability).toBeGreaterThanOrEqual(band === 'link' ? 0.95 : 0.85);
      expect(probability).toBeLessThan(band === 'link' ? 1.000001 : 0.95);
    }
  });

  it('give the same pairs each time', async () => {
    expect(await linkPeople(left, right)).toEqual(await linkPeople(left, right));
  });

  it('give the same pairs the other way round', async () => {
    const there = await linkPeople(left, right);
    const back = await linkPeople(right, left);
    expect(ordered(back.map((pair) => ({ ...pair, left: pair.right, right: pair.left })))).toEqual(ordered(there));
  });

  it('give pairs within both, each once, of one of each, whatever they hold', async () => {
    const people = fc.array(someone, { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(people, people, async (one, other) => {
        const found = await linkPeople(one, other);
        expect(new Set(found.map((pair) => `${pair.left} ${pair.right}`)).size).toBe(found.length);
        for (const pair of found) {
          const [a, b] = [one[pair.left], other[pair.right]];
          expect(a && b).toBeTruthy();
          expect(pair.probability <= 1 && pair.probability >= (pair.band === 'link' ? 0.95 : 0.85)).toBe(true);
          if (pair.band !== 'link') continue;
          expect(a?.dateOfBirth && b?.dateOfBirth).toBeTruthy();
          if (a?.nhsNumber && b?.nhsNumber) expect(a.nhsNumber).toBe(b.nhsNumber);
        }
      }),
      { numRuns: 25 },
    );
  });
});
