import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, type Field, fields, levelCounts, levelNames, levelOf, levelsOf, patternOf } from './comparison.js';
import type { Person } from './person.js';
import { known, levelsWith, nhsNumbers, someoneKnown, upns } from './people.test-support.js';

type Words = Partial<Person>;

const [number = '', otherNumber = ''] = nhsNumbers;
const [temporary = '', permanent = '', otherPermanent = '', otherTemporary = ''] = upns;

const between = (field: Field, one: Words, other: Words): number[] => [
  levelOf(compare(known(one), known(other)), field),
  levelOf(compare(known(other), known(one)), field),
];

type Example = readonly [level: number, one: string | null, other: string | null];

const given: readonly Example[] = [
  [0, null, 'Zoë'],
  [0, null, null],
  [0, '-', 'Zoë'],
  [1, 'Zoë', 'ZOE'],
  [1, 'Anne-Marie', 'Anne Marie'],
  [1, 'Zoë', 'Zoe Grace'],
  [2, 'Zoë Hope', 'Zoë Grace'],
  [2, 'Katie', 'Catherine'],
  [2, 'Katie', 'Katherine'],
  [2, 'Mohammed', 'Muhammad'],
  [2, 'Zoey', 'Zoë'],
  [2, 'Katie Hope', 'Catherine'],
  [3, 'Persephone', 'Persephonie'],
  [3, 'Orlagh', 'Orlaigh'],
  [3, 'Thea', 'Thia'],
  [4, 'J', 'Jessamine'],
  [4, 'J Hope', 'Jessamine'],
  [4, 'Rhys', 'Reece'],
  [4, 'Christian', 'Christopher'],
  [4, 'J K', 'J L'],
  [5, 'Alfie', 'Freddie'],
  [5, 'Zoë', 'Martha'],
  [5, 'J', 'Martha'],
];

const family: readonly Example[] = [
  [0, null, 'Quill'],
  [1, 'O’Brien', 'OBRIEN'],
  [1, 'Quill-Marsh', 'Quill Marsh'],
  [2, 'Quill-Marsh', 'Marsh'],
  [2, 'Quill', 'Quill-Marsh'],
  [3, 'Thornbury', 'Thornberry'],
  [3, 'Quillan', 'Quillen'],
  [4, 'Smith', 'Smythe'],
  [4, 'Reece', 'Rhys'],
  [5, 'Quill', 'Thornbury'],
  [5, 'Quill-Marsh', 'Vane'],
];

const others: readonly (readonly [field: Field, level: number, one: Words, other: Words])[] = [
  ['born', 0, { dateOfBirth: null }, { dateOfBirth: '2014-05-06' }],
  ['born', 1, { dateOfBirth: '2014-05-06' }, { dateOfBirth: '2014-05-06' }],
  ['born', 2, { dateOfBirth: '2014-05-06' }, { dateOfBirth: '2014-06-05' }],
  ['born', 3, { dateOfBirth: '2014-05-06' }, { dateOfBirth: '2014-05-29' }],
  ['born', 4, { dateOfBirth: '2014-05-06' }, { dateOfBirth: '2009-11-30' }],
  ['sex', 0, { sex: 'unknown' }, { sex: 'F' }],
  ['sex', 1, { sex: 'Female' }, { sex: '2' }],
  ['sex', 2, { sex: 'F' }, { sex: 'male' }],
  ['email', 0, { email: '' }, { email: 'quill@example.org' }],
  ['email', 1, { email: 'quill@example.org' }, { email: 'Quill@Example.org' }],
  ['email', 2, { email: 'quill@example.org' }, { email: 'quill@example.com' }],
  ['email', 2, { email: 'quill@example.org' }, { email: 'quil@example.org' }],
  ['email', 3, { email: 'quill@example.org' }, { email: 'z.thornbury@school.example' }],
  ['phone', 0, { phone: '12' }, { phone: '01632 960001' }],
  ['phone', 1, { phone: '+44 1632 960001' }, { phone: '01632 960001' }],
  ['phone', 2, { phone: '01632 960002' }, { phone: '01632 960001' }],
  ['upn', 0, { upn: 'A801200005001' }, { upn: permanent }],
  ['upn', 0, { upn: temporary }, { upn: permanent }],
  ['upn', 1, { upn: permanent.toLowerCase() }, { upn: permanent }],
  ['upn', 1, { upn: temporary }, { upn: temporary }],
  ['upn', 3, { upn: permanent }, { upn: otherPermanent }],
  ['upn', 3, { upn: temporary }, { upn: otherTemporary }],
  ['nhs', 0, { nhsNumber: '9876543211' }, { nhsNumber: number }],
  ['nhs', 1, { nhsNumber: number }, { nhsNumber: `${number.slice(0, 3)} ${number.slice(3)}` }],
  ['nhs', 2, { nhsNumber: number }, { nhsNumber: otherNumber }],
];

describe('two given names', () => {
  it.each(given)('are %i: %s and %s', (level, one, other) => {
    expect(between('given', { given: one }, { given: other })).toEqual([level, level]);
  });

  it('are a known form where one is the name the child goes by', () => {
    const goesBy = known({ given: 'Persephone' }, { preferred: 'Robyn' });
    expect(levelOf(compare(goesBy, known({ given: 'Robyn' })), 'given')).toBe(2);
    expect(levelOf(compare(known({ given: 'Robyn' }), goesBy), 'given')).toBe(2);
  });
});

describe('two family names', () => {
  it.each(family)('are %i: %s and %s', (level, one, other) => {
    expect(between('family', { family: one }, { family: other })).toEqual([level, level]);
  });

  it('are a former name where either had the other’s, or both once had the same', () => {
    const once = { family: 'Quill', previousFamily: 'Marsh' };
    expect(between('family', once, { family: 'Marsh' })).toEqual([2, 2]);
    expect(between('family', once, { family: 'Vane', previousFamily: 'MARSH' })).toEqual([2, 2]);
    expect(between('family', once, { family: 'Vane', previousFamily: 'Holt' })).toEqual([5, 5]);
    const agency = known({ family: 'Quill' }, { formerFamilies: ['Holt', 'Marsh'] });
    expect(levelOf(compare(agency, known({ family: 'Marsh' })), 'family')).toBe(2);
  });

  it('are no former name where both once had none', () => {
    const none = { previousFamily: '-' };
    expect(between('family', { ...none, family: 'Quill' }, { ...none, family: 'Thornbury' })).toEqual([5, 5]);
  });
});

describe('given and family name the wrong way round', () => {
  const right = { given: 'Zoë', family: 'Thornbury' };

  it('are each spelt nearly the same, and no more', () => {
    const round = { given: 'Thornbury', family: 'Zoe' };
    for (const field of ['given', 'family'] as const) expect(between(field, right, round)).toEqual([3, 3]);
  });

  it('are so with a slip in one of them', () => {
    const round = { given: 'Thornberry', family: 'Zoe' };
    for (const field of ['given', 'family'] as const) expect(between(field, right, round)).toEqual([3, 3]);
  });

  it('are different where only one of them fits', () => {
    const half = { given: 'Thornbury', family: 'Quill' };
    for (const field of ['given', 'family'] as const) expect(between(field, right, half)).toEqual([5, 5]);
  });

  it('are not looked for where one stands right', () => {
    expect(between('given', right, { given: 'Thornbury', family: 'Thornbury' })).toEqual([5, 5]);
    expect(between('family', right, { given: 'Thornbury', family: 'Thornbury' })).toEqual([1, 1]);
  });
});

describe('other facts', () => {
  it.each(others)('%s is %i', (field, level, one, other) => {
    expect(between(field, one, other)).toEqual([level, level]);
  });

  it('a number that took another’s place is the same as either', () => {
    const [a, b] = [known({ upn: permanent }, { upns: [otherPermanent] }), known({ upn: otherPermanent })];
    expect(levelOf(compare(a, b), 'upn')).toBe(1);
    const [c, d] = [known({ nhsNumber: number }, { nhsNumbers: [otherNumber] }), known({ nhsNumber: otherNumber })];
    expect([levelOf(compare(c, d), 'nhs'), levelOf(compare(d, c), 'nhs')]).toEqual([1, 1]);
  });
});

describe('a comparison', () => {
  it('is the same whichever of the two comes first', () => {
    fc.assert(
      fc.property(someoneKnown, someoneKnown, (a, b) => {
        expect(compare(a, b)).toEqual(compare(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it('of any two names is the same whichever comes first', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D', 'E', ' ', '-'), maxLength: 12 });
    fc.assert(
      fc.property(name, name, name, name, (...[g1, f1, g2, f2]) => {
        const [a, b] = [known({ given: g1, family: f1 }), known({ given: g2, family: f2 })];
        expect(compare(a, b)).toEqual(compare(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it('of a record and itself finds all it says the same', () => {
    fc.assert(
      fc.property(someoneKnown, (a) => {
        const levels = compare(a, a);
        // Two initials are alike, and say no more.
        fc.pre(a.given.whole.length !== 1);
        for (const field of fields) if (field !== 'place') expect(levelOf(levels, field)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says nothing of what either leaves out', () => {
    fc.assert(
      fc.property(someoneKnown, (a) => {
        expect(compare(a, known({}))).toEqual(levelsWith({}));
      }),
    );
  });

  it('has a level for each field, and no level that has no name', () => {
    fc.assert(
      fc.property(someoneKnown, someoneKnown, (a, b) => {
        const levels = compare(a, b);
        expect(levels).toHaveLength(fields.length);
        for (const field of fields) expect(levelNames[field][levelOf(levels, field)]).toBeDefined();
      }),
    );
  });
});

describe('the pattern of levels', () => {
  const patterns = levelCounts.reduce((product, count) => product * count, 1);

  it('is one number for the same levels alone, from none up without a gap', () => {
    let wrong = 0;
    for (let pattern = 0; pattern < patterns; pattern++) if (patternOf(levelsOf(pattern)) !== pattern) wrong += 1;
    expect(wrong).toBe(0);
  });

  it('gives the levels back', () => {
    const levels = fc.tuple(...levelCounts.map((count) => fc.nat(count - 1)));
    fc.assert(
      fc.property(levels, (each) => {
        const pattern = patternOf(Uint8Array.from(each));
        expect([...levelsOf(pattern)]).toEqual(each);
        expect(pattern).toBeLessThan(patterns);
      }),
    );
  });
});
