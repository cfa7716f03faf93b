import { describe, expect, it } from '@jest/globals';
import { isNhsNumber } from '../../platform/identity-client/identifier/nhs-number.js';
import { productFiles } from './product-files.js';

/** Published worked examples, which a check digit can only be tested with. */
const vectors = new Set([
  'platform/identity-client/identifier/identifier.test.ts',
  'sample/identifiers.test.ts',
  'subgraphs/partnership/matching/known.test.ts',
  'platform/code-sets/golden_cases.json',
]);

/** Integrity hashes hold runs of digits. */
const notWritten = new Set(['package-lock.json']);

const tenDigits = /(?<!\w)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)/g;

/** Lines with a number that the NHS could have given to someone; 999 is its range for tests. */
function linesWithRealNumbers(text: string): number[] {
  return [...text.matchAll(tenDigits)]
    .filter(([found]) => isNhsNumber(found.replace(/\D/g, '')) && !found.startsWith('999'))
    .map(({ index }) => text.slice(0, index).split('\n').length);
}

/** A valid number of the given first nine digits, put together here so that this file holds none. */
function numbered(nine: string, shape: (number: string) => string = (number) => number): string {
  const whole = Array.from({ length: 10 }, (_, check) => `${nine}${check}`).find(isNhsNumber);
  if (!whole) throw new Error('These nine digits have no check digit.');
  return shape(whole);
}

describe('an NHS number that could be someone’s', () => {
  it.each([
    ['in one run', `a\nb,${numbered('400000000')},c`],
    ['in quotes', `a\n'${numbered('712345678')}'`],
    ['spaced', `a\n${numbered('400000000', (n) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`)}`],
    ['hyphenated', `a\n${numbered('712345678', (n) => `${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`)}.`],
  ])('is seen %s', (_how, text) => {
    expect(linesWithRealNumbers(text)).toEqual([2]);
  });

  it.each([
    ['the range for tests', numbered('999000001')],
    ['a wrong check digit', numbered('400000000').replace(/\d$/, (check) => String((Number(check) + 1) % 10))],
    ['a longer number', `1${numbered('400000000')}`],
  ])('is not %s', (_why, text) => {
    expect(linesWithRealNumbers(text)).toEqual([]);
  });

  it('is nowhere in the product [D24]', () => {
    const found = productFiles('.ts', '.csv', '.xml', '.md', '.json', '.graphql', '.sql')
      .filter(({ path }) => !vectors.has(path) && !notWritten.has(path))
      .flatMap(({ path, text }) => linesWithRealNumbers(text).map((line) => `${path}:${line}`));
    expect(found).toEqual([]);
  });
});
