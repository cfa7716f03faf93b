import fc from 'fast-check';
import { type Field, fields, type Levels, levelCounts } from './comparison.js';
import { type Known, knownPerson, type More } from './known.js';
import type { Person } from './person.js';

/** A record that says nothing. */
export const nobody: Person = {
  id: 'one',
  given: null,
  family: null,
  previousFamily: null,
  dateOfBirth: null,
  sex: null,
  postcode: null,
  address: null,
  town: null,
  email: null,
  phone: null,
  upn: null,
  nhsNumber: null,
};

/** An invented record that says these things alone. */
export const said = (words: Partial<Person>): Person => ({ ...nobody, ...words });

/** The same, in the form in which it is compared. */
export const known = (words: Partial<Person>, more?: More): Known => knownPerson(said(words), more);

/** Levels by the names of their fields; a field left out is silent. */
export const levelsWith = (levels: Partial<Record<Field, number>>): Levels =>
  Uint8Array.from(fields, (field) => levels[field] ?? 0);

/** Calls back with all levels there are, one array over and over: nearly half a million. */
export function eachLevels(visit: (levels: Levels) => void): void {
  const levels = new Uint8Array(levelCounts.length);
  for (;;) {
    visit(levels);
    let at = levels.length - 1;
    while (at >= 0 && (levels[at] ?? 0) + 1 === levelCounts[at]) levels[at--] = 0;
    if (at < 0) return;
    levels[at] = (levels[at] ?? 0) + 1;
  }
}

/** A number below a bound, the same row of numbers for the same seed: mulberry32. */
export function seeded(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound;
  };
}

/** Invented NHS numbers that pass their check: nine digits from 999, and the one that makes them right. */
export const nhsNumbers: readonly string[] = Array.from(
  { length: 300 },
  (_, at) => `999${String(at * 7 + 1).padStart(6, '0')}`,
)
  .map((nine) => ({ nine, sum: Array.from(nine).reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) }))
  .filter(({ sum }) => sum % 11 !== 1)
  .map(({ nine, sum }) => `${nine}${String((11 - (sum % 11)) % 11)}`);

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Invented pupil numbers with the right first letter: permanent ones, and every third a temporary one. */
export const upns: readonly string[] = Array.from({ length: 60 }, (_, at) => {
  const rest = `8012${String(at * 37).padStart(7, '0')}${at % 3 === 0 ? (letters[at % 23] ?? 'A') : String(at % 10)}`;
  const value = (character: string): number => (/\d/.test(character) ? Number(character) : letters.indexOf(character));
  const sum = Array.from(rest).reduce((total, character, place) => total + value(character) * (place + 2), 0);
  return `${letters[sum % 23] ?? ''}${rest}`;
});

const orNothing = (...words: string[]) => fc.option(fc.constantFrom(...words), { freq: 6 });

/** Names with a slip or two in them now and then. */
const slipped = (...words: string[]) =>
  fc.option(
    fc
      .tuple(fc.constantFrom(...words), fc.nat(40), fc.constantFrom('', 'e', 'ss', '-'))
      .map(([word, at, letter]) => (at < word.length ? `${word.slice(0, at)}${letter}${word.slice(at + 1)}` : word)),
    { freq: 8 },
  );

/** Records of few different values, so that they are alike now and then. */
export const someone: fc.Arbitrary<Person> = fc.record<Person>({
  id: fc.constant('one'),
  given: slipped(
    'Zoë',
    'Zoe Grace',
    'J',
    'James',
    'Jamie',
    'Katie',
    'Catherine',
    'Alfie',
    'Freddie',
    'Anne-Marie',
    'Quill',
  ),
  family: slipped('Quill', 'Quill-Marsh', 'Marsh', 'O’Brien', 'Obrian', 'Thornbury', 'Thornberry', 'James'),
  previousFamily: orNothing('Quill', 'Marsh', 'Thornbury'),
  dateOfBirth: orNothing(
    '2014-05-06',
    '2014-06-05',
    '2014-05-07',
    '2014-05-16',
    '2012-02-29',
    '2012-03-01',
    '2009-11-30',
  ),
  sex: orNothing('F', 'Female', 'M', 'male', '9'),
  postcode: orNothing('ZZ99 3CZ', 'zz993cz', 'ZZ99 3CX', 'ZZ99 3ZC', 'ZZ12 1AA', '75008 X'),
  address: orNothing(
    '1 Invented Way',
    '1 Invented Way ZZ99 3CZ',
    '11 Invented Way',
    '1 Inventd Way',
    'The Old Mill',
    'Flat 2, 7 Mill Street',
  ),
  town: orNothing('Inventon', 'Inventan', 'Elsewhere'),
  email: orNothing('quill@example.org', 'quill@example.com', 'quil@example.org', 'marsh@example.org'),
  phone: orNothing('01632 960001', '+44 1632 960001', '01632 960002'),
  upn: orNothing(...upns.slice(0, 6)),
  nhsNumber: orNothing(...nhsNumbers.slice(0, 4)),
});

/** The same, with what an agency may add. */
export const someoneKnown: fc.Arbitrary<Known> = fc
  .tuple(
    someone,
    fc.record({
      preferred: orNothing('Katie', 'Jamie', 'Zoë'),
      formerFamilies: fc.subarray(['Quill', 'Marsh', 'Thornbury']),
      upns: fc.subarray(upns.slice(0, 6)),
      nhsNumbers: fc.subarray(nhsNumbers.slice(0, 4)),
    }),
  )
  .map(([person, more]) => knownPerson(person, more));
