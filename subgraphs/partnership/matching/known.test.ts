import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { knownDate, knownPerson } from './known.js';
import { knownName } from './known-name.js';
import { known, nobody, someone } from './people.test-support.js';

describe('a name', () => {
  it.each([
    ['Zoë', 'ZOE', 'zoe', 'Zoe\u0308'],
    ['O’Brien', "O'Brien", 'OBRIEN', 'O Brien', 'o`brien'],
    ['Quill-Marsh', 'Quill Marsh', 'QUILL–MARSH', 'Quill‐Marsh', 'quillmarsh', 'Quill/Marsh'],
    ['Łukasz', 'lukasz'],
    ['  Núñez  ', 'Nunez'],
  ])('is one however it is written: %s, %s …', (first, ...others) => {
    for (const other of others) expect(knownName(other).whole).toBe(knownName(first).whole);
  });

  it.each([
    ['Quill-Marsh', ['QUILL', 'MARSH']],
    ['Quill – Marsh', ['QUILL', 'MARSH']],
    ['Anne Marie', ['ANNE', 'MARIE']],
    ['O’Brien', ['OBRIEN']],
    ['Zoë', ['ZOE']],
    ['de la Quill', ['DE', 'LA', 'QUILL']],
  ])('has its parts: %s', (text, parts) => {
    expect(knownName(text).parts).toEqual(parts);
  });

  it.each([
    ['Rhys', 'Reece'],
    ['Philippa', 'Filipa'],
    ['Katherine', 'Catherine'],
    ['Clark', 'Clarke'],
  ])('that sounds the same has the same sound: %s and %s', (one, other) => {
    expect(knownName(one).sound).toBe(knownName(other).sound);
  });

  it('in an alphabet without a table of sounds still has one of its own', () => {
    expect(knownName('Анна').sound).not.toBe('');
    expect(knownName('Анна').sound).not.toBe(knownName('Инна').sound);
  });

  it.each([null, '', '   ', '-', '’', '.', 'Z'.repeat(200), `Zoë ${'very '.repeat(40)}`, 'Ж'.repeat(200)])(
    'that is nothing, or 200 characters long, is nothing (%#)',
    (text) => {
      expect(knownName(text)).toEqual({ whole: '', parts: [], sound: '' });
    },
  );

  it('in its one form stays as it is, and has parts where it is anything, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const { whole, parts } = knownName(text);
        expect(whole).toBe(whole.toUpperCase());
        expect(parts).not.toContain('');
        expect(knownName(whole).whole).toBe(whole);
        expect(parts.length === 0).toBe(whole === '');
      }),
    );
  });
});

describe('the forms of a given name', () => {
  it('are its own, what it is short for, and the name the child goes by', () => {
    expect(known({ given: 'Katie' }).forms).toEqual(['KATIE', 'CATHERINE']);
    expect(known({ given: 'Mohammed' }).forms).toEqual(['MUHAMMAD']);
    expect(known({ given: 'Persephone' }, { preferred: 'Percy' }).forms).toEqual(['PERSEPHONE', 'PERCY']);
    expect(known({ given: null }).forms).toEqual([]);
    expect(known({ given: 'J' }).forms).toEqual([]);
  });
});

describe('a family name', () => {
  it('is held with every former one, from the file and from the agency', () => {
    const { family, formerFamilies } = known(
      { family: 'Quill', previousFamily: 'Marsh' },
      { formerFamilies: ['Vane', '-'] },
    );
    expect(family.whole).toBe('QUILL');
    expect(formerFamilies.map(({ whole }) => whole)).toEqual(['MARSH', 'VANE']);
  });
});

describe('a date of birth', () => {
  it('is year, month and day', () => {
    expect(knownDate('2012-02-29')).toEqual({ year: 2012, month: 2, day: 29 });
  });

  it.each([null, '', 'unborn', '06/05/2014', '2014-5-6', '20140506', '2012-13-45', '2013-02-29', '2014-04-31'])(
    'is none where it is no ISO date: %s',
    (text) => {
      expect(knownDate(text)).toEqual({ year: 0, month: 0, day: 0 });
    },
  );
});

describe('a postcode', () => {
  it.each([
    ['zz99 3cz', 'ZZ99 3CZ', 'ZZ99'],
    ['ZZ993CZ', 'ZZ99 3CZ', 'ZZ99'],
    [' m1  1ae ', 'M1 1AE', 'M1'],
    ['w1a0ax', 'W1A 0AX', 'W1A'],
  ])('is in its one form: %s', (postcode, whole, outcode) => {
    expect(known({ postcode })).toMatchObject({ postcode: whole, outcode });
  });

  it.each([
    ['75 008', '75008'],
    ['1010 ab', '1010AB'],
    ['unknown', 'UNKNOWN'],
  ])('of another country is as it is written, and of no district here: %s', (postcode, whole) => {
    expect(known({ postcode })).toMatchObject({ postcode: whole, outcode: '' });
  });

  it.each([
    '1 Invented Way, Inventon, ZZ99 3CZ',
    '1 Invented Way Inventon zz99 3cz  ',
    '1 Invented Way Inventon ZZ993CZ',
  ])('is found at the end of an address, and is no word of it: %s', (address) => {
    expect(known({ address })).toMatchObject({
      postcode: 'ZZ99 3CZ',
      outcode: 'ZZ99',
      address: ['1', 'INVENTED', 'INVENTON', 'WAY'],
    });
  });

  it('given by itself goes before the one in the address', () => {
    expect(known({ address: '1 Invented Way ZZ99 3CZ', postcode: 'ZZ12 1AA' }).postcode).toBe('ZZ12 1AA');
  });

  it('that is not there is empty', () => {
    expect(known({ address: '1 Invented Way' })).toMatchObject({ postcode: '', outcode: '' });
  });
});

describe('an address', () => {
  it('is its words, each once, sorted, the usual ones in their short form', () => {
    expect(known({ address: 'Apartment 2, 17 Invented Street, Saint Ives, 2' }).address).toEqual(
      known({ address: 'flat 2; 17 invented st  st ives' }).address,
    );
    expect(known({ address: '3 Mill Lane' }).address).toEqual(['3', 'LN', 'MILL']);
    expect(known({ address: ' , - ' }).address).toEqual([]);
  });
});

describe('a telephone number', () => {
  it.each(['01632 960001', '+44 1632 960001', '0044 (0)1632-960001', '+44 (0)1632960001', '(01632) 960 001'])(
    'is one however it is written: %s',
    (phone) => {
      expect(known({ phone }).phone).toBe('632960001');
    },
  );

  it.each(['', '960001', 'none', '+44'])('that is too short is nothing: %s', (phone) => {
    expect(known({ phone }).phone).toBe('');
  });
});

describe('a sex', () => {
  it.each([
    ['F', 'F'],
    ['female', 'F'],
    [' Female ', 'F'],
    ['2', 'F'],
    ['m', 'M'],
    ['MALE', 'M'],
    ['1', 'M'],
    ['U', ''],
    ['9', ''],
    ['0', ''],
    ['not known', ''],
    ['constructor', ''],
    ['__proto__', ''],
  ])('%s is %s', (sex, one) => {
    expect(known({ sex }).sex).toBe(one);
  });
});

/** codesets/id_vectors.json, every one. */
const vectors = {
  upn: {
    valid: ['B801200005001', 'P207000016049', 'R674123101121'],
    invalid: [
      'A801200005001',
      'B207000016049',
      'I801200005001',
      'O801200005001',
      'S801200005001',
      'B80120000500',
      'B8012000050012',
    ],
  },
  nhsNumber: {
    valid: ['9000000009', '9449305552', '9691914913', '9876543210', '9693632109'],
    invalid: ['9876543211', '1234567890', '987654321', '98765432100'],
  },
} as const;

const spaced = (text: string): string => ` ${text.slice(0, 3)} ${text.slice(3).toLowerCase()} `;

describe('a pupil number', () => {
  it.each(vectors.upn.valid)('that is right is held, spaced or not: %s', (upn) => {
    expect(known({ upn }).upns).toEqual([upn]);
    expect(known({ upn: spaced(upn) }).upns).toEqual([upn]);
    expect(known({}, { upns: [upn, upn] }).upns).toEqual([upn]);
  });

  it.each(vectors.upn.invalid)('that is wrong is as if nothing was said: %s', (upn) => {
    expect(known({ upn }, { upns: [upn] })).toEqual(knownPerson(nobody));
  });

  it('that another took the place of is held beside it, the file’s own first', () => {
    const [one, other] = vectors.upn.valid;
    expect(known({ upn: one }, { upns: [other, one] }).upns).toEqual([one, other]);
  });
});

describe('an NHS number', () => {
  it.each(vectors.nhsNumber.valid)('that is right is held, spaced or not: %s', (nhsNumber) => {
    expect(known({ nhsNumber }).nhsNumbers).toEqual([nhsNumber]);
    expect(known({ nhsNumber: spaced(nhsNumber) }).nhsNumbers).toEqual([nhsNumber]);
    expect(known({ nhsNumber: nhsNumber.replace(/^(...)(...)/, '$1-$2-') }).nhsNumbers).toEqual([nhsNumber]);
  });

  it.each([...vectors.nhsNumber.invalid, '9999999999', '0000000000'])(
    'that is wrong, or only stands for one, is as if nothing was said: %s',
    (nhsNumber) => {
      expect(known({ nhsNumber }, { nhsNumbers: [nhsNumber] })).toEqual(knownPerson(nobody));
    },
  );
});

describe('a record', () => {
  it('of which every field is empty says what a record of nothing says', () => {
    const empty = Object.fromEntries(Object.keys(nobody).map((field) => [field, '  ']));
    expect(knownPerson({ ...nobody, ...empty })).toEqual(knownPerson(nobody));
  });

  it('is the same whatever case and spaces it is written in', () => {
    const written = (of: (text: string) => string) => (text: string | null) => (text === null ? null : of(text));
    const shouted = written((text) => ` ${text.toUpperCase()}  `);
    fc.assert(
      fc.property(someone, (person) => {
        const { given, family, previousFamily, postcode, address, town, email, sex } = person;
        const loud = {
          given: shouted(given),
          family: shouted(family),
          previousFamily: shouted(previousFamily),
          postcode: shouted(postcode),
          address: shouted(address),
          town: shouted(town),
          email: shouted(email),
          sex: shouted(sex),
        };
        expect(knownPerson({ ...person, ...loud })).toEqual(knownPerson(person));
      }),
    );
  });
});
