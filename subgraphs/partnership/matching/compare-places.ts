import { jaroWinkler } from '@skyra/jaro-winkler';
import { distance } from 'fastest-levenshtein';
import type { Known } from './known.js';

type Words = readonly string[];

function shared(a: Words, b: Words): number {
  let found = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one = '', other = ''] = [a[i], b[j]];
    if (one === other) {
      found += 1;
      i += 1;
      j += 1;
    } else if (one < other) i += 1;
    else j += 1;
  }
  return found;
}

/** 0 where either is silent; from 1, the same house as written or nearly, to 3, less than half in common. */
function addresses(a: Words, b: Words): 0 | 1 | 2 | 3 {
  if (a.length === 0 || b.length === 0) return 0;
  const common = shared(a, b);
  if (common === a.length && common === b.length) return 1;
  // The house number says most: one that differs is another house.
  const numbers = (words: Words): string => words.filter((word) => /^\d/.test(word)).join(' ');
  const sameHouse = numbers(a) === numbers(b);
  const least = Math.min(a.length, b.length);
  if (sameHouse && least >= 2 && common >= least * 0.75) return 1;
  if (sameHouse && jaroWinkler(a.join(' '), b.join(' ')) >= 0.92) return 1;
  return common >= Math.max(1, least * 0.5) ? 2 : 3;
}

function postcodes(a: string, b: string): 0 | 1 | 2 | 3 {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  if (a.length === b.length && a.length >= 4) {
    const sorted = (text: string): string => Array.from(text).sort().join('');
    if (distance(a, b) === 1 || (distance(a, b) === 2 && sorted(a) === sorted(b))) return 2;
  }
  return 3;
}

const sameTown = (a: string, b: string): 0 | 1 | 2 =>
  a === '' || b === '' ? 0 : a === b || jaroWinkler(a, b) >= 0.92 ? 1 : 2;

/**
 * Where two people live, as one: address, postcode and town depend on each other, and to count each would count one
 * fact three times. 1 the same address; 2 the same postcode; 3 part of the address, or a postcode one slip apart;
 * 4 the same town or postcode district; 5 different; 0 where nothing can be compared.
 */
export function comparePlaces(a: Known, b: Known): 0 | 1 | 2 | 3 | 4 | 5 {
  const address = addresses(a.address, b.address);
  const postcode = postcodes(a.postcode, b.postcode);
  const town = sameTown(a.town, b.town);
  if (address === 1) return postcode === 3 && town === 2 ? 3 : 1;
  if (postcode === 1) return 2;
  if (postcode === 2 || (address === 2 && town !== 2)) return 3;
  if (town === 1 || (a.outcode !== '' && a.outcode === b.outcode)) return 4;
  return address === 0 && postcode === 0 && town === 0 ? 0 : 5;
}
