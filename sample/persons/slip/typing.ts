import type { Random } from '../../random.js';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Each key's neighbours on a British keyboard: the keys beside it and those it touches above and below. */
const besides = new Map(
  rows.flatMap((row, line) =>
    Array.from(row, (key, at): [string, string] => [
      key,
      [row[at - 1], row[at + 1], rows[line - 1]?.[at], rows[line - 1]?.[at + 1], rows[line + 1]?.[at]].join(''),
    ]),
  ),
);

type Slip = 'substitute' | 'omit' | 'double' | 'transpose' | 'insert';
/** Shares of single-error misspellings, after Damerau and later counts: nearly all are one of four kinds. */
const kinds: readonly (readonly [Slip, number])[] = [
  ['substitute', 36],
  ['omit', 26],
  ['double', 12],
  ['insert', 8],
  ['transpose', 18],
];
/** Readers and typists seldom miss a first letter. */
const firstLetterSlip = 0.06;

/** The text with one typing error in it; text too short to slip in is left alone. */
export function mistyped(random: Random, text: string): string {
  if (text.length < 2) return text;
  const at = random.chance(firstLetterSlip) ? 0 : random.int(1, text.length - 1);
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  switch (random.weighted(kinds)) {
    case 'omit':
      return before + after;
    case 'double':
      return before + letter + letter + after;
    case 'insert':
      return before + letter + besideKey(random, letter) + after;
    case 'transpose':
      return before.slice(0, -1) + letter + before.slice(-1) + after;
    case 'substitute':
      return before + besideKey(random, letter) + after;
  }
}

/** A digit for a digit, never the same. */
export function digitMistyped(random: Random, text: string, from: number): string {
  const at = random.int(from, text.length - 1);
  const wrong = (Number(text.charAt(at)) + random.int(1, 9)) % 10;
  return text.slice(0, at) + String(wrong) + text.slice(at + 1);
}

function besideKey(random: Random, letter: string): string {
  const near = besides.get(letter.toLowerCase());
  if (near === undefined) return letter;
  const key = random.pick(Array.from(near));
  return letter === letter.toLowerCase() ? key : key.toUpperCase();
}
