import type { Known } from './known.js';
import type { KnownName } from './known-name.js';

/** One thing two records may share. Records that share none are never compared. */
export interface MatchKey {
  readonly text: string;
  /** A number of an agency's: never left out for being common. */
  readonly sure: boolean;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** A birthday by which day and month the wrong way round are found too. */
function birthdayKey({ born: { year, month, day } }: Known): string {
  return year === 0 ? '' : `${String(year)}${two(Math.min(month, day))}${two(Math.max(month, day))}`;
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

/**
 * One fact alone. Where many share it the key finds nobody; where few do, a rare name or a small file, it finds those
 * who have little else in common.
 */
function loneKeys({ given, family, born, town, email }: Known, birthday: string): string[] {
  const day = `${two(born.month)}${two(born.day)}`;
  return [
    ...(given.whole === '' ? [] : [`given alone ${given.whole}`]),
    ...(family.whole === '' ? [] : [`family alone ${family.whole}`]),
    ...(birthday === '' ? [] : [`born alone ${birthday}`]),
    ...(email === '' ? [] : [`mail alone ${(email.split('@')[0] ?? '').slice(0, 6)}`]),
    ...(town === '' || given.whole === '' ? [] : [`town ${town} given ${given.sound}`]),
    ...(town === '' || family.whole === '' ? [] : [`town ${town} family ${family.sound}`]),
    ...(town === '' || born.year === 0 ? [] : [`town ${town} ${day}`]),
  ];
}

/**
 * Every key of a record: each takes two or three facts, so that few strangers share it, and for each slip that is
 * usual there is a key it leaves as it is.
 */
export function matchKeys(known: Known): MatchKey[] {
  const { given, family, born, postcode } = known;
  const birthday = birthdayKey(known);
  const month = born.year === 0 ? '' : `${String(born.year)}${two(born.month)}`;
  const home = homeKey(known);
  const families: readonly KnownName[] = [family, ...known.formerFamilies].filter(({ whole }) => whole !== '');
  const givenKeys = given.whole === '' ? [] : [...new Set([given.sound, ...known.forms])];
  const texts = [
    ...families.flatMap(({ sound, parts, whole }) =>
      [sound, ...(parts.length > 1 ? parts : [])]
        .flatMap((name) =>
          birthday === '' ? [] : [`family ${name} ${birthday}`, ...(name === sound ? [`month ${name} ${month}`] : [])],
        )
        .concat(
          whole !== '' && born.year > 0
            ? [`day ${sound} ${two(born.month)}${two(born.day)} ${given.whole.slice(0, 1)}`]
            : [],
        ),
    ),
    ...givenKeys.flatMap((name) => [
      ...(birthday === '' ? [] : [`given ${name} ${birthday}`]),
      ...(postcode === '' ? [] : [`here ${name} ${postcode}`]),
      ...(home === '' ? [] : [`home ${name} ${home}`]),
    ]),
    ...(postcode === '' || born.year === 0 ? [] : [`post ${postcode} ${month}`]),
    ...(home === '' || family.whole === '' ? [] : [`house ${family.sound} ${home}`]),
    ...(home === '' || birthday === '' ? [] : [`at ${home} ${birthday}`]),
    ...(known.email === '' ? [] : [`email ${known.email}`]),
    ...(known.phone === '' || given.whole === '' ? [] : [`phone ${known.phone} ${given.sound}`]),
    ...nameKeys(known),
    ...loneKeys(known, birthday),
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
