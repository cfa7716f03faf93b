import { type KnownName, knownName } from '../matching/known-name.js';
import { hashOf } from '../matching/match-keys.js';
import { formsOf } from '../matching/name-forms.js';
import { beginnings, slipsOf } from './search-keys.js';

/** What somebody typed. */
export interface Sought {
  readonly family: string;
  readonly given: string | null;
  /** ISO date. */
  readonly dateOfBirth: string | null;
}

/** One thing a child may agree in, and how much that says. Of one part, the best alone counts. */
export interface SearchTerm {
  readonly part: 'family' | 'given' | 'born';
  readonly key: number;
  readonly weight: number;
}

type Weighed = readonly [weight: number, texts: readonly string[]];

// A slip in three letters makes another name.
const slips = (name: string): string[] => (name.length < 4 ? [] : slipsOf(name));

/** What was typed may be the beginning; of what is longer than any beginning kept, only its own beginning is looked at. */
function begun(name: string, [, most]: readonly [number, number]): { readonly start: string; readonly whole: boolean } {
  return { start: name.slice(0, most), whole: name.length <= most };
}

function familyTerms({ whole, parts, sound }: KnownName): readonly Weighed[] {
  const beginning = begun(whole, beginnings.family);
  return [
    [100, [`family ${whole}`]],
    [90, [`name ${whole}`]],
    [beginning.whole ? 80 : 65, [`begins ${beginning.start}`]],
    [75, slips(whole).map((slip) => `near ${slip}`)],
    [70, parts.map((part) => `name ${part}`)],
    [60, [`sound ${sound}`]],
    // The two names in each other's places.
    [55, [`given ${whole}`]],
  ];
}

function givenTerms(name: KnownName): readonly Weighed[] {
  const { whole, parts, sound } = name;
  const { start } = begun(whole, beginnings.given);
  return [
    [50, [`given ${whole}`]],
    [40, [...formsOf(name).map((form) => `given form ${form}`), ...parts.map((part) => `given ${part}`)]],
    [35, [`given begins ${start}`, ...slips(whole).map((slip) => `given near ${slip}`)]],
    [30, [`given sound ${sound}`]],
    [40, [`name ${whole}`]],
  ];
}

/** Every date that differs in one digit; one that does not exist is nobody's. */
function oneDigitOff(date: string): string[] {
  return Array.from(date, (held, at) =>
    held === '-' ? [] : Array.from({ length: 10 }, (_, digit) => `${date.slice(0, at)}${digit}${date.slice(at + 1)}`),
  ).flat();
}

function bornTerms(date: string): readonly Weighed[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const dates: readonly Weighed[] = [
    [50, [date]],
    // Day and month in each other's places.
    [45, [`${year}-${day}-${month}`]],
    [30, oneDigitOff(date)],
  ];
  return dates.map(([weight, texts]) => [weight, texts.map((text) => `born ${text}`)]);
}

const told = (part: SearchTerm['part'], terms: readonly Weighed[]): SearchTerm[] =>
  terms.flatMap(([weight, texts]) => texts.map((text) => ({ part, key: hashOf(text), weight })));

/** What a search asks of each child. */
export function searchTerms({ family, given, dateOfBirth }: Sought): SearchTerm[] {
  const givenName = knownName(given);
  return [
    ...told('family', familyTerms(knownName(family))),
    ...(givenName.whole === '' ? [] : told('given', givenTerms(givenName))),
    ...(dateOfBirth === null ? [] : told('born', bornTerms(dateOfBirth))),
  ];
}
