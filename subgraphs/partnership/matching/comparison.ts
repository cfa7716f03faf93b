import { jaroWinkler } from '@skyra/jaro-winkler';
import { distance } from 'fastest-levenshtein';
import { isTemporaryUpn } from '../../../platform/identity-client/identifier/upn.js';
import { compareDates } from './compare-dates.js';
import { comparePlaces } from './compare-places.js';
import type { Known } from './known.js';
import type { KnownName } from './known-name.js';
import { sameByForm } from './name-forms.js';

/**
 * What two records say of one field, as the level of their agreement: 0 where either is silent, 1 the same, then ever
 * less alike; the last of a field is "different".
 */
export const levelNames = {
  given: ['', 'the same', 'a known form of it', 'spelt nearly the same', 'alike, or an initial', 'different'],
  family: ['', 'the same', 'a former name, or half of a double one', 'spelt nearly the same', 'alike', 'different'],
  born: ['', 'the same', 'one slip apart', 'the same but for one part', 'different'],
  sex: ['', 'the same', 'different'],
  place: ['', 'the same address', 'the same postcode', 'part of the address', 'the same area', 'different'],
  email: ['', 'the same', 'nearly the same', 'different'],
  phone: ['', 'the same', 'different'],
  upn: ['', 'the same', 'one slip apart', 'different'],
  nhs: ['', 'the same', 'different'],
} as const;

export type Field = keyof typeof levelNames;

export const fields = Object.keys(levelNames) as Field[];

/** How many levels each field has, silence among them. */
export const levelCounts: readonly number[] = fields.map((field) => levelNames[field].length);

/** The levels of one pair, in the order of `fields`. */
export type Levels = Uint8Array;

const near = 0.92;
const alike = 0.8;

/** How alike two written names are, from 1, the same, to 4, not at all. */
function spelling(a: string, b: string): 1 | 2 | 3 | 4 {
  if (a === b) return 1;
  const likeness = jaroWinkler(a, b);
  if (likeness >= near) return 2;
  if (Math.min(a.length, b.length) >= 4 && Math.abs(a.length - b.length) <= 1 && distance(a, b) === 1) return 2;
  return likeness >= alike ? 3 : 4;
}

const initialOf = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

function compareGiven(a: Known, b: Known): number {
  if (a.given.whole === '' || b.given.whole === '') return 0;
  // Two initials are alike, and say no more.
  if (a.given.whole === b.given.whole) return a.given.whole.length > 1 ? 1 : 4;
  const [first, other] = [a.given.parts[0] ?? '', b.given.parts[0] ?? ''];
  // One says a middle name that the other leaves out; two different middle names say less.
  if (first === other && first.length > 1) return a.given.parts.length === 1 || b.given.parts.length === 1 ? 1 : 2;
  if (sameByForm(a.forms, b.forms)) return 2;
  if (initialOf(first, other)) return 4;
  const best = Math.min(spelling(a.given.whole, b.given.whole), spelling(first, other));
  // Jason and Mason, Holly and Molly: what rhymes may be a twin's.
  if (best <= 2 && first[0] === other[0]) return 3;
  if (best <= 3 || (a.given.sound === b.given.sound && a.given.sound.length > 1)) return 4;
  return 5;
}

const oneIsHalf = (a: KnownName, b: KnownName): boolean =>
  a.parts.length !== b.parts.length &&
  (a.parts.some((part) => part.length > 2 && part === b.whole) ||
    b.parts.some((part) => part.length > 2 && part === a.whole));

function compareFamily(a: Known, b: Known): number {
  const [one, other] = [a.family, b.family];
  if (one.whole === '' || other.whole === '') return 0;
  if (one.whole === other.whole) return 1;
  const former =
    a.formerFamilies.some(
      ({ whole }) => whole === other.whole || b.formerFamilies.some((name) => name.whole === whole),
    ) || b.formerFamilies.some(({ whole }) => whole === one.whole);
  if (former || oneIsHalf(one, other)) return 2;
  const best = spelling(one.whole, other.whole);
  if (best === 2) return 3;
  if (best === 3 || (one.sound === other.sound && one.sound.length > 1)) return 4;
  return 5;
}

/** Both names, the other way round where that fits better: one step less than if they stood right. */
function compareNames(a: Known, b: Known): [given: number, family: number] {
  const given = compareGiven(a, b);
  const family = compareFamily(a, b);
  if (given < 4 || family < 4 || a.given.whole === '' || b.given.whole === '') return [given, family];
  const crossed = spelling(a.given.whole, b.family.whole) <= 2 && spelling(a.family.whole, b.given.whole) <= 2;
  return crossed ? [3, 3] : [given, family];
}

function compareEmails(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [mine = '', theirs = ''] = [a.split('@')[0], b.split('@')[0]];
  return mine === theirs || spelling(a, b) === 2 ? 2 : 3;
}

const samePlain = (a: string, b: string): number => (a === '' || b === '' ? 0 : a === b ? 1 : 2);

function compareUpns(a: Known, b: Known): number {
  const [one, other] = [a.upns[0], b.upns[0]];
  if (one === undefined || other === undefined) return 0;
  if (a.upns.some((upn) => b.upns.includes(upn))) return 1;
  // A temporary number gives way to the permanent one: that they differ says nothing.
  if (isTemporaryUpn(one) !== isTemporaryUpn(other)) return 0;
  return distance(one, other) === 1 ? 2 : 3;
}

function compareNhsNumbers(a: Known, b: Known): number {
  if (a.nhsNumbers.length === 0 || b.nhsNumbers.length === 0) return 0;
  // A record that holds two says that one superseded the other.
  return a.nhsNumbers.some((number) => b.nhsNumbers.includes(number)) ? 1 : 2;
}

/** Compares two records field by field. */
export function compare(a: Known, b: Known): Levels {
  const [given, family] = compareNames(a, b);
  return Uint8Array.of(
    given,
    family,
    compareDates(a.born, b.born),
    samePlain(a.sex, b.sex),
    comparePlaces(a, b),
    compareEmails(a.email, b.email),
    samePlain(a.phone, b.phone),
    compareUpns(a, b),
    compareNhsNumbers(a, b),
  );
}

/** The level of one field. */
export const levelOf = (levels: Levels, field: Field): number => levels[fields.indexOf(field)] ?? 0;

/** Levels as one number, the same for the same levels alone. */
export function patternOf(levels: Levels): number {
  let pattern = 0;
  for (let at = 0; at < levels.length; at++) pattern = pattern * (levelCounts[at] ?? 1) + (levels[at] ?? 0);
  return pattern;
}

/** The levels that `patternOf` made this number of. */
export function levelsOf(pattern: number): Levels {
  const levels = new Uint8Array(levelCounts.length);
  let rest = pattern;
  for (let at = levels.length - 1; at >= 0; at--) {
    const count = levelCounts[at] ?? 1;
    levels[at] = rest % count;
    rest = Math.floor(rest / count);
  }
  return levels;
}
