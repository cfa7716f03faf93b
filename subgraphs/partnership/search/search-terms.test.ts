import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoreOf } from './score.test-support.js';
import type { Searchable } from './search-keys.js';
import { searchTerms } from './search-terms.js';

const child: Searchable = {
  childId: 'one',
  given: 'Elizabeth Mary',
  family: 'O’Brien-Núñez',
  preferred: 'Betty',
  previousFamily: ['Hargreaves'],
  dateOfBirth: '2014-05-06',
};

const score = (family: string, given: string | null = null, dateOfBirth: string | null = null, of = child) =>
  scoreOf(of, searchTerms({ family, given, dateOfBirth }));

const word = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[A-Z]{${String(least)},${String(most)}}$`));
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const anyChild = fc.record({
  childId: fc.uuid(),
  given: fc.option(word(2, 9)),
  family: fc.option(word(2, 12)),
  preferred: fc.option(word(2, 5)),
  previousFamily: fc.array(word(2, 12), { maxLength: 2 }),
  dateOfBirth: fc.option(date),
});

/** The name with one letter left out, added, mistaken or put before its neighbour. */
const slipped = fc
  .tuple(word(5, 12), fc.nat(), word(1, 1), fc.constantFrom('out', 'in', 'for', 'before'))
  .map(([name, place, letter, how]) => {
    const at = place % name.length;
    const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
    const typed = {
      out: before + after,
      in: before + letter + here + after,
      for: before + letter + after,
      before: before + after.slice(0, 1) + here + after.slice(1),
    }[how];
    return { name, typed };
  });

describe('a child is found', () => {
  it.each([
    ['the family name, however it is written', 'obrien nunez', 100],
    ['an earlier family name', 'HARGREAVES', 90],
    ['one half of the name', 'Nunez', 90],
    ['the beginning of the name', 'obr', 80],
    ['a letter wrong', 'Hargraeves', 75],
    ['more than the half the child goes by', 'Nunez-Smith', 70],
    ['what sounds the same', 'Hargreeves', 75],
    ['what only sounds the same', 'Hurgrivs', 60],
    ['the given name in its place', 'Betty', 55],
  ])('by %s', (_by, family, worth) => {
    expect(score(family)).toBe(worth);
  });

  it.each([
    ['the given name', 'Elizabeth Mary', 50],
    ['its first part', 'elizabeth', 50],
    ['the name the child goes by', 'Betty', 50],
    ['a short form', 'Libby', 40],
    ['an initial', 'E', 35],
    ['a letter wrong', 'Elizabteh', 35],
    ['the family name in its place', 'Nunez', 40],
  ])('and more surely by %s', (_by, given, worth) => {
    expect(score('Nunez', given)).toBe(90 + worth);
  });

  it('and most surely by the day of birth; less so where day and month change places, or one digit is wrong', () => {
    const worth = ['2014-05-06', '2014-06-05', '2014-05-07', '2013-05-06', '2015-11-12'].map((day) =>
      score('Nunez', null, day),
    );
    expect(worth).toEqual([140, 135, 120, 120, 90]);
  });

  it('by family name alone whatever the date, and with another given name only where the date agrees', () => {
    expect(score('Nunez', 'Walter')).toBeNull();
    expect(score('Nunez', 'Walter', '2015-11-12')).toBeNull();
    expect(score('Nunez', 'Walter', '2014-06-05')).toBe(135);
  });

  it.each(['Smith', 'Ng', 'Hart', 'Brennan', 'Анна'])('not by %s', (family) => {
    expect(score(family)).toBeNull();
  });

  it('not at all where no family or given name is held', () => {
    const nameless = { ...child, given: null, family: null, preferred: null, previousFamily: [] };
    expect(score('Nunez', null, '2014-05-06', nameless)).toBeNull();
  });

  it('with any one slip in a name of five letters or more, and never before those who bear the name', () => {
    fc.assert(
      fc.property(slipped, ({ name, typed }) => {
        const found = score(typed, null, null, { ...child, family: name });
        expect(found).not.toBeNull();
        expect(found).toBeLessThanOrEqual(score(name, null, null, { ...child, family: name }) ?? 0);
      }),
    );
  });

  it('by any beginning of two letters or more, of a name in any alphabet', () => {
    const letters = fc.constantFrom(...'ABCDEFGHIKLMNOPRSTUVWYZАБВГДЕЖЗИКЛМНОПРСТ'.split(''));
    fc.assert(
      fc.property(fc.array(letters, { minLength: 2, maxLength: 15 }), fc.nat(), (name, length) => {
        const start = name.slice(0, 2 + (length % (name.length - 1))).join('');
        expect(score(start, null, null, { ...child, family: name.join('') })).not.toBeNull();
      }),
    );
  });

  it('first, where all that is sought is as it is held: nobody comes before them', () => {
    fc.assert(
      fc.property(anyChild, anyChild, word(2, 12), word(2, 9), date, (one, other, family, given, dateOfBirth) => {
        const sought = searchTerms({ family, given, dateOfBirth });
        const right = scoreOf({ ...one, family, given, dateOfBirth }, sought);
        expect(right).toBe(200);
        expect(scoreOf(other, sought) ?? 0).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('no worse for more that agrees', () => {
    fc.assert(
      fc.property(anyChild, word(2, 12), word(2, 9), date, (one, family, given, dateOfBirth) => {
        const byFamily = score(family, null, null, one);
        const withDate = score(family, null, dateOfBirth, one);
        expect(withDate ?? -1).toBeGreaterThanOrEqual(byFamily ?? -1);
        const held = { ...one, given };
        expect(score(family, given, null, held)).toBe(
          score(family, null, null, held) === null ? null : (score(family, null, null, held) ?? 0) + 50,
        );
      }),
    );
  });
});
