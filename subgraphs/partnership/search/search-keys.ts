import { formsOf } from '../matching/name-forms.js';
import { type KnownName, knownName } from '../matching/known-name.js';
import { hashOf } from '../matching/match-keys.js';

/** What is shown of a child under one of its ids, and so what a search may find it by. */
export interface Searchable {
  readonly childId: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly preferred: string | null;
  readonly previousFamily: readonly string[];
  /** ISO date. */
  readonly dateOfBirth: string | null;
}

/** Letters of a name's beginning that are kept, least and most: a given name may be typed by its initial. */
export const beginnings = { family: [2, 6], given: [1, 4] } as const;

// What differs further on in so long a name does not matter.
const comparedLetters = 8;

/** The beginnings of a name. */
function beginningsOf(name: string, [least, most]: readonly [number, number]): string[] {
  const lengths = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  return lengths.filter((length) => length <= name.length).map((length) => name.slice(0, length));
}

/**
 * A name's first eight letters, and the same with each one left out. Two names share one of these wherever a letter
 * was left out, added, mistaken or put before its neighbour.
 */
export function slipsOf(name: string): string[] {
  const letters = name.slice(0, comparedLetters);
  return [letters, ...Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1))];
}

/** A name as a whole and, where it has several, by each of its parts. */
function wholeAndParts(text: string | null): KnownName[] {
  const name = knownName(text);
  if (name.whole === '') return [];
  return [name, ...(name.parts.length > 1 ? name.parts.map(knownName) : [])];
}

const familyKeys = ({ whole, sound }: KnownName): string[] => [
  `name ${whole}`,
  `sound ${sound}`,
  ...beginningsOf(whole, beginnings.family).map((start) => `begins ${start}`),
  ...slipsOf(whole).map((slip) => `near ${slip}`),
];

const givenKeys = (name: KnownName): string[] => [
  `given ${name.whole}`,
  `given sound ${name.sound}`,
  ...formsOf(name).map((form) => `given form ${form}`),
  ...beginningsOf(name.whole, beginnings.given).map((start) => `given begins ${start}`),
  ...slipsOf(name.whole).map((slip) => `given near ${slip}`),
];

/** Everything a child may be found by, as hashes: a search shares one of them, or does not find the child. */
export function searchKeys({ given, family, preferred, previousFamily, dateOfBirth }: Searchable): number[] {
  const texts = [
    `family ${knownName(family).whole}`,
    ...[family, ...previousFamily].flatMap(wholeAndParts).flatMap(familyKeys),
    ...[given, preferred].flatMap(wholeAndParts).flatMap(givenKeys),
    ...(dateOfBirth === null ? [] : [`born ${dateOfBirth}`]),
  ];
  return [...new Set(texts.map(hashOf))];
}
