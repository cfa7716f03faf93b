import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseName, tidyName } from './name.js';
import { isNhsNumber, normaliseNhsNumber } from './nhs-number.js';
import { normalisePostcode } from './postcode.js';
import { isUln, normaliseUln } from './uln.js';
import { isTemporaryUpn, normaliseUpn, upnFault } from './upn.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));

/** The published table of letter values, written out: slow and obvious. */
const letters = new Map('ABCDEFGHJKLMNPQRTUVWXYZ'.split('').map((letter, value) => [letter, value]));

describe('a unique pupil number', () => {
  it.each(['B801200005001', 'P207000016049', 'R674123101121'])('takes the worked example %s', (upn) => {
    expect(upnFault(upn)).toBeNull();
  });

  it.each([
    ['A801200005001', 'check-letter'],
    ['B207000016049', 'check-letter'],
    ['I801200005001', 'check-letter'],
    ['O801200005001', 'check-letter'],
    ['S801200005001', 'check-letter'],
    ['T000200126066', 'council'],
    ['B80120000500', 'shape'],
    ['B8012000050012', 'shape'],
    ['', 'shape'],
  ])('refuses %s for its %s', (upn, fault) => {
    expect(upnFault(upn)).toBe(fault);
  });

  it('has exactly one right first letter, permanent or temporary, and it is the one the table names', () => {
    const last = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUVWXYZ'.split(''));
    fc.assert(
      fc.property(digits(11), last, (middle, end) => {
        const values = `${middle}${end}`.split('').map((character) => letters.get(character) ?? Number(character));
        const remainder = values.reduce((sum, value, index) => sum + value * (index + 2), 0) % 23;
        fc.pre(!middle.startsWith('000'));
        const right = [...letters.keys()].filter((letter) => upnFault(letter + middle + end) === null);
        expect(right).toEqual([...letters.keys()].filter((letter) => letters.get(letter) === remainder));
      }),
    );
  });

  it('is temporary where its last character is a letter', () => {
    const right = [...letters.keys()].map((letter) => `${letter}80120000500A`).filter((upn) => upnFault(upn) === null);
    expect(right).toHaveLength(1);
    expect(right.every(isTemporaryUpn)).toBe(true);
    expect(isTemporaryUpn('B801200005001')).toBe(false);
  });

  it('is written in capitals without spaces', () => {
    expect(normaliseUpn(' b801 2000 05001 ')).toBe('B801200005001');
  });
});

describe('an NHS number', () => {
  it.each(['9000000009', '9449305552', '9691914913', '9876543210', '9693632109'])('takes %s', (number) => {
    expect(isNhsNumber(number)).toBe(true);
  });

  it.each(['9876543211', '1234567890', '987654321', '98765432100', '', '98765432IO'])('refuses %s', (number) => {
    expect(isNhsNumber(number)).toBe(false);
  });

  it('refuses one digit ten times over, which passes the arithmetic', () => {
    for (let digit = 0; digit <= 9; digit++) expect(isNhsNumber(String(digit).repeat(10))).toBe(false);
  });

  it('has at most one right check digit: the one that makes the weighted sum a multiple of eleven', () => {
    fc.assert(
      fc.property(
        digits(9).filter((nine) => !/^(\d)\1*$/.test(nine)),
        (nine) => {
          const sum = nine.split('').reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
          const oracle = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => (sum + check) % 11 === 0);
          expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => isNhsNumber(`${nine}${String(check)}`))).toEqual(
            oracle,
          );
        },
      ),
    );
  });

  it('is written as ten digits', () => {
    expect(normaliseNhsNumber('987 654-3210')).toBe('9876543210');
  });
});

describe('a unique learner number', () => {
  it('has at most one right check digit: the one that leaves ten when all is weighted and divided by eleven', () => {
    fc.assert(
      fc.property(
        digits(9).filter((nine) => !nine.startsWith('0')),
        (nine) => {
          const sum = nine.split('').reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
          const oracle = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => sum % 11 !== 0 && (sum + check) % 11 === 10);
          expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => isUln(`${nine}${String(check)}`))).toEqual(oracle);
        },
      ),
    );
  });

  it('refuses ten nines, which stand for an unknown learner', () => {
    expect(isUln('9999999999')).toBe(false);
    expect(normaliseUln('1000 0000 00')).toBe('1000000000');
  });
});

describe('a postcode', () => {
  it.each([
    ['zz99 3cz', 'ZZ99 3CZ'],
    ['ZZ993CZ', 'ZZ99 3CZ'],
    [' m1  1ae ', 'M1 1AE'],
    ['W1A0AX', 'W1A 0AX'],
  ])('writes %s as %s', (text, postcode) => {
    expect(normalisePostcode(text)).toBe(postcode);
  });

  it.each(['', 'ZZ99', 'NOT KNOWN', '99 3CZ', 'ZZ99 3C1'])('refuses %s', (text) => {
    expect(normalisePostcode(text)).toBeNull();
  });
});

describe('a name', () => {
  it.each([
    ["O'Brien", 'O’BRIEN'],
    ["O'Brien", 'O\u02BCBrien'],
    ["O'Brien", 'O\u02BBBrien'],
    ["O'Brien", 'O\u02B9Brien'],
    ["O'Brien", 'O\u02BEBrien'],
    ["O'Brien", 'O\u02BFBrien'],
    ["O'Brien", 'O\u02C8Brien'],
    ["O'Brien", 'O\u02EEBrien'],
    ["O'Brien", 'O\uA78CBrien'],
    ["O'Brien", 'O\uFF07Brien'],
    ["O'Brien", 'O`Brien'],
    ["O'Brien", 'O\u00B4Brien'],
    ['Smith-Jones', 'smith jones'],
    ['Núñez', 'Nunez'],
    ['Łukasz', 'lukasz'],
    ['Strauß', 'STRAUSS'],
    ['Mac Donald', 'MacDonald'],
    ['Zoe\u0308', 'Zoë'],
  ])('compares %s and %s as one', (left, right) => {
    expect(normaliseName(left)).toBe(normaliseName(right));
  });

  it('keeps different names apart, in other alphabets too', () => {
    expect(normaliseName('Анна')).not.toBe(normaliseName('Инна'));
    expect(normaliseName('Ann')).not.toBe(normaliseName('Anna'));
  });

  it('is the same when normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
    );
  });

  it.each(['O\u02BCBrien', 'O\u02BBBrien', 'O\u02B9Brien', 'o\u2019brien'])(
    'is compared without apostrophes, letters by Unicode or not: %s',
    (text) => {
      expect(normaliseName(text)).toBe('OBRIEN');
    },
  );

  it('is shown without marks that show nothing, and with the joiners that shape its letters', () => {
    expect(tidyName('\uFEFFTam\u00ADsin\u200B \u200EAde\u200Dyemi\u200F')).toBe('Tamsin Adeyemi');
    expect(tidyName('مه\u200Cناز')).toBe('مه\u200Cناز');
    expect(tidyName('\u200Cمهناز\u200D')).toBe('مهناز');
  });

  it('is shown in one Unicode form with single spaces, its case and marks kept', () => {
    expect(tidyName('  Zoe\u0308   O’Brien-Lee ')).toBe('Zoë O’Brien-Lee');
  });
});
