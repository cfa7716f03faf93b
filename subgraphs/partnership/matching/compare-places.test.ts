import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePlaces } from './compare-places.js';
import type { Person } from './person.js';
import { known, someoneKnown } from './people.test-support.js';

type Place = Pick<Partial<Person>, 'address' | 'postcode' | 'town'>;

const home: Place = { address: '1 Invented Way', postcode: 'ZZ99 3CZ', town: 'Inventon' };

const examples: readonly (readonly [level: number, what: string, one: Place, other: Place])[] = [
  [0, 'neither says anything', {}, {}],
  [0, 'one says nothing', home, {}],
  [0, 'they speak of different things', { postcode: 'ZZ99 3CZ' }, { town: 'Inventon' }],
  [1, 'the same, written otherwise', home, { address: '1, INVENTED WAY', postcode: 'zz993cz', town: 'inventon' }],
  [1, 'the street in its short form', { address: '7 Mill Street' }, { address: '7 Mill St' }],
  [1, 'one leaves a word out', { address: '7 Mill Street North' }, { address: '7 Mill Street' }],
  [1, 'a street with a slip', { address: '1 Invented Way' }, { address: '1 Inventd Way' }],
  [1, 'the same address, the postcode mistaken', home, { ...home, postcode: 'ZZ12 1AA' }],
  [1, 'the same address, one of no postcode', home, { address: '1 Invented Way' }],
  [2, 'the same postcode, another house', home, { ...home, address: '22 Mill Lane' }],
  [2, 'the same postcode, one of no address', home, { postcode: 'ZZ99 3CZ' }],
  [
    2,
    'the same postcode, one at the end of the address',
    { postcode: 'ZZ12 1AA' },
    { address: '7 Mill Street ZZ12 1AA' },
  ],
  [2, 'the same postcode of another country', { postcode: '75 008' }, { postcode: '75008' }],
  [3, 'a postcode with one letter wrong', { postcode: 'ZZ99 3CZ' }, { postcode: 'ZZ99 3CX' }],
  [3, 'a postcode with two letters the wrong way round', { postcode: 'ZZ99 3CZ' }, { postcode: 'ZZ99 3ZC' }],
  [3, 'another house of the street', { address: '1 Invented Way' }, { address: '9 Invented Way' }],
  [3, 'the same words in another town under another postcode', home, { ...home, postcode: 'AB1 2CD', town: 'Farley' }],
  [4, 'the same town alone', { town: 'Inventon' }, { town: 'INVENTON' }],
  [4, 'the same town with a slip', { town: 'Inventon' }, { town: 'Inventan' }],
  [4, 'the same district', { postcode: 'ZZ99 3CZ' }, { postcode: 'ZZ99 8XY' }],
  [4, 'the same town, another address', home, { address: '22 Mill Lane', postcode: 'AB1 2CD', town: 'Inventon' }],
  [5, 'nothing in common', home, { address: '22 Mill Lane', postcode: 'AB1 2CD', town: 'Farley' }],
  [5, 'another town', { town: 'Inventon' }, { town: 'Farley' }],
  [
    5,
    'another house of a street in another town',
    { ...home, postcode: null },
    { address: '9 Invented Way', town: 'Farley' },
  ],
  [5, 'other postcodes of another country', { postcode: '75 008' }, { postcode: '1010' }],
];

describe('where two people live', () => {
  it.each(examples)('is %i where %s', (level, _what, one, other) => {
    expect(comparePlaces(known(one), known(other))).toBe(level);
    expect(comparePlaces(known(other), known(one))).toBe(level);
  });

  it('is the same whichever of the two comes first', () => {
    fc.assert(
      fc.property(someoneKnown, someoneKnown, (a, b) => {
        expect(comparePlaces(a, b)).toBe(comparePlaces(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it('is known of a record and itself as well as the record knows it', () => {
    fc.assert(
      fc.property(someoneKnown, (a) => {
        const best = a.address.length > 0 ? 1 : a.postcode !== '' ? 2 : a.town !== '' ? 4 : 0;
        expect(comparePlaces(a, a)).toBe(best);
      }),
    );
  });

  it('is silent only where nothing can be compared', () => {
    fc.assert(
      fc.property(someoneKnown, someoneKnown, (a, b) => {
        const both = (speaks: (known: typeof a) => boolean): boolean => speaks(a) && speaks(b);
        const comparable =
          both(({ address }) => address.length > 0) ||
          both(({ postcode }) => postcode !== '') ||
          both(({ town }) => town !== '');
        expect(comparePlaces(a, b) > 0).toBe(comparable);
      }),
    );
  });
});
