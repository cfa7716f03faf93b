import type { Known } from './known.js';

/** One thing two records may share. Records that share none are never compared. */
export interface MatchKey {
  readonly text: string;
  /** A number of an agency's: never left out for being common. */
  readonly sure: boolean;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** A birthday by which day and month the wrong way round are found too. */
function birthdayKey({ born: { year, month, day } }: Known): string {
  return `${String(year)}${two(Math.min(month, day))}${two(Math.max(month, day))}`;
}

const sorted = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The house and the first letters of the street: abbreviations and spelling left aside. */
function homeKey({ address }: Known): string {
  const numbers = address.filter((word) => /^\d/.test(word)).join(' ');
  const longest = address
    .filter((word) => !/^\d/.test(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
  return longest === undefined ? '' : `${numbers} ${longest.slice(0, 6)}`;
}

/** One key of several facts; none where one of them is not known. */
const keyOf = (name: string, ...facts: readonly string[]): string[] =>
  facts.includes('') ? [] : [`${name} ${facts.join(' ')}`];

/** What is known of when somebody was born, in the parts that a slip leaves as they are; empty where nothing is. */
function bornParts(known: Known): { readonly birthday: string; readonly month: string; readonly day: string } {
  const { year, month, day } = known.born;
  if (year === 0) return { birthday: '', month: '', day: '' };
  return { birthday: birthdayKey(known), month: `${String(year)}${two(month)}`, day: `${two(month)}${two(day)}` };
}

/** The two names, in either order. */
function nameKeys({ given, family, born }: Known): string[] {
  if (given.whole === '' || family.whole === '') return [];
  const first = given.parts[0] ?? '';
  const start = (name: string): string => name.slice(0, 3);
  return [
    `names ${sorted(given.sound, family.sound)} ${String(born.year)}`,
    `sounds ${sorted(given.sound, family.sound)}`,
    `full ${sorted(first, family.parts[0] ?? family.whole)}`,
    `starts ${sorted(start(first), start(family.whole))}`,
  ];
}

/** Each family name, those of before among them, with when or where. */
function familyKeys(known: Known, home: string): string[] {
  const { birthday, month, day } = bornParts(known);
  // A single letter, so that the key is there where no given name is.
  const initial = known.given.whole.charAt(0) || '-';
  return [
    ...[known.family, ...known.formerFamilies].flatMap(({ sound, parts }) => [
      ...[sound, ...(parts.length > 1 ? parts : [])].flatMap((name) => keyOf('family', name, birthday)),
      ...keyOf('month', sound, month),
      ...keyOf('day', sound, day, initial),
    ]),
    ...keyOf('house', known.family.sound, home),
  ];
}

/** The given name, as it sounds and by each of its forms, with when or where. */
function givenKeys(known: Known, home: string): string[] {
  const { birthday } = bornParts(known);
  return [...new Set([known.given.sound, ...known.forms])].flatMap((name) => [
    ...keyOf('given', name, birthday),
    ...keyOf('here', name, known.postcode),
    ...keyOf('home', name, home),
  ]);
}

/**
 * One fact alone, or with no more than the town. Where many share it the key finds nobody; where few do, a rare name or
 * a small file, it finds those who have little else in common.
 */
function loneKeys(known: Known): string[] {
  const { given, family, town, email } = known;
  const { birthday, day } = bornParts(known);
  return [
    ...keyOf('given alone', given.whole),
    ...keyOf('family alone', family.whole),
    ...keyOf('born alone', birthday),
    ...keyOf('mail alone', (email.split('@')[0] ?? '').slice(0, 6)),
    ...keyOf('town given', town, given.sound),
    ...keyOf('town family', town, family.sound),
    ...keyOf('town born', town, day),
  ];
}

/**
 * Every key of a record: each takes two or three facts, so that few strangers share it, and for each slip that is
 * usual there is a key it leaves as it is.
 */
export function matchKeys(known: Known): MatchKey[] {
  const home = homeKey(known);
  const { birthday, month } = bornParts(known);
  const texts = [
    ...familyKeys(known, home),
    ...givenKeys(known, home),
    ...nameKeys(known),
    ...keyOf('post', known.postcode, month),
    ...keyOf('at', home, birthday),
    ...keyOf('email', known.email),
    ...keyOf('phone', known.phone, known.given.sound),
    ...loneKeys(known),
  ];
  const numbers = [...known.nhsNumbers.map((number) => `nhs ${number}`), ...known.upns.map((upn) => `upn ${upn}`)];
  return [
    ...[...new Set(texts)].map((text) => ({ text, sure: false })),
    ...numbers.map((text) => ({ text, sure: true })),
  ];
}

/** A key as a number of 52 bits (two rounds of FNV-1a): two keys that meet by chance only cost a comparison. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x01000193);
  }
  return (high >>> 12) * 0x100000000 + (low >>> 0);
}
