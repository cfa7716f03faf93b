import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nhsNumber, upn } from '../../identifiers.js';
import { Random } from '../../random.js';
import type { Clerk } from '../clerk.js';
import { dateWritten } from './date-written.js';
import { nameWritten, withoutAccents } from './name-forms.js';
import { digitMistyped, mistyped } from './typing.js';

const asAt = '2026-11-20';
const clerk = (seed: number, slip: number): Clerk => ({ random: new Random(seed), agency: 'health', slip, asAt });

/** Every text one letter lost, added, changed or out of turn away, the slow way. */
function near(text: string): ReadonlySet<string> {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const found = new Set([text]);
  for (let at = 0; at <= text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    found.add(before + after.slice(1));
    found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) found.add(before + letter + after).add(before + letter + after.slice(1));
  }
  return found;
}

describe('a slip', () => {
  it('of the hand is one letter', () => {
    const names = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    fc.assert(fc.property(names, fc.nat(), (name, seed) => near(name).has(mistyped(new Random(seed), name))));
  });

  it('in a number breaks its check', () => {
    const pupil = upn('2001', 2019, 101);
    fc.assert(
      fc.property(fc.nat(), fc.nat(999_999), (seed, serial) => {
        const number = nhsNumber(serial) ?? '9990010013';
        const wrong = digitMistyped(new Random(seed), number, 3);
        const sum = Array.from(wrong).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
        expect(sum % 11).not.toBe(0);
        expect(wrong.startsWith('999')).toBe(true);
        const wrongPupil = digitMistyped(new Random(seed), pupil, 4);
        expect(wrongPupil).not.toBe(pupil);
        expect(wrongPupil.slice(0, 4)).toBe(pupil.slice(0, 4));
      }),
    );
  });

  it('in a date leaves a date that is not after the files, or a blank', () => {
    const days = fc.date({ min: new Date('2000-11-21'), max: new Date(asAt), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.nat(), (day, seed) => {
        const written = dateWritten(clerk(seed, 60), day.toISOString().slice(0, 10));
        if (written === '') return;
        expect(new Date(`${written}T00:00:00Z`).toISOString().slice(0, 10)).toBe(written);
        expect(written <= asAt).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never falls to a clerk who makes none, but for accents, marks and halves', () => {
    for (let seed = 0; seed < 200; seed++) expect(nameWritten(clerk(seed, 0), 'Clarke')).toBe('Clarke');
    const of = (name: string) => [
      ...new Set(Array.from({ length: 400 }, (_, seed) => nameWritten(clerk(seed, 0), name))),
    ];
    expect(of('Michał').sort()).toEqual(['Michal', 'Michał']);
    expect(of('Lloyd-Hughes').sort()).toEqual(['Hughes', 'Lloyd', 'Lloyd Hughes', 'Lloyd-Hughes', 'LloydHughes']);
    expect(of("O'Neill").sort()).toEqual(['O Neill', "O'Neill", 'ONeill', 'O`Neill', 'O’Neill']);
  });
});

describe('accents', () => {
  it('come off every name of the lists', () => {
    expect(withoutAccents('Łukasz Wójcik Öztürk Kılıç João Nguyễn')).toBe('Lukasz Wojcik Ozturk Kilic Joao Nguyen');
  });
});
