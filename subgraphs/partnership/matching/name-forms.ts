import type { KnownName } from './known-name.js';
import { shortForms } from './short-forms.js';
import { spellings } from './spellings.js';

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** Every spelling of a name, by the first of its line. */
const spelt = new Map(linesOf(spellings).flatMap((line) => line.map((name) => [name, line[0] ?? name] as const)));

const oneSpelling = (name: string): string => spelt.get(name) ?? name;

const shortFor = new Map<string, string[]>();
for (const [name = '', ...short] of linesOf(shortForms)) {
  for (const form of short.map(oneSpelling)) shortFor.set(form, [...(shortFor.get(form) ?? []), oneSpelling(name)]);
}

/** The forms of a given name, or of its first part: first the one spelling it is compared in, then what it is short for. */
export function formsOf({ whole, parts }: KnownName): readonly string[] {
  const known = spelt.has(whole) || shortFor.has(whole);
  const name = oneSpelling(known ? whole : (parts[0] ?? whole));
  // An initial is short for anything.
  return name.length < 2 ? [] : [name, ...(shortFor.get(name) ?? [])];
}

/** Whether one of two names is another spelling of the other, or what it is called for short. */
export function sameByForm(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one[0], other[0]];
  return a !== undefined && b !== undefined && (other.includes(a) || one.includes(b));
}
