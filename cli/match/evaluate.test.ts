import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateFiles } from './evaluate-files.js';
import { type Score, scorePairs, type TruePair, type WrittenPair } from './score-pairs.js';
import { scoreText } from './score-text.js';

const pair = (text: string, band: WrittenPair['band']): WrittenPair => ({
  left: text.charAt(0),
  right: text.charAt(1),
  band,
});
const same = (a: TruePair, b: TruePair): boolean =>
  (a.left === b.left && a.right === b.right) || (a.left === b.right && a.right === b.left);

/** By going through everything, over records of one file. */
function slowly(pairs: readonly WrittenPair[], truth: readonly TruePair[]) {
  const different = <P extends TruePair>(all: readonly P[]): P[] =>
    all.filter((one, at) => !all.slice(0, at).some((earlier) => same(earlier, one)));
  const isTrue = (one: TruePair): boolean => truth.some((known) => same(known, one));
  const links = different(pairs.filter(({ band }) => band === 'link'));
  const review = different(pairs.filter((one) => !links.some((linked) => same(linked, one))));
  const [right, found, missed] = [
    links.filter(isTrue).length,
    review.filter(isTrue).length,
    different(truth).filter((known) => !links.some((linked) => same(linked, known))).length,
  ];
  const wrong = links.length - right;
  const of = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  return {
    truePairs: right + missed,
    links: links.length,
    rightLinks: right,
    precision: of(right, right + wrong),
    recall: of(right, right + missed),
    f1: of(2 * right, 2 * right + wrong + missed),
    review: review.length,
    trueInReview: found,
    withReview: {
      precision: of(right + found, right + found + wrong),
      recall: of(right + found, right + missed),
      f1: of(2 * (right + found), right + found + wrong + right + missed),
    },
    reviewRate: of(review.length, review.length + links.length),
  } satisfies Score;
}

describe('a score', () => {
  it('is what going through everything says', () => {
    const records = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2, maxLength: 2 });
    const some = fc.array(
      records.map(([left = '', right = '']) => ({ left, right })),
      { maxLength: 12 },
    );
    const banded = fc.array(
      fc
        .tuple(records, fc.constantFrom<WrittenPair['band']>('link', 'review'))
        .map(([two, band]) => pair(two.join(''), band)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(banded, some, (pairs, truth) => {
        expect(scorePairs(pairs, truth)).toEqual(slowly(pairs, truth));
      }),
    );
  });

  it('counts wrong links against precision, and lets review mend recall alone', () => {
    const pairs = [pair('ab', 'link'), pair('ac', 'link'), pair('cd', 'review'), pair('ce', 'review')];
    const truth = [pair('ba', 'link'), pair('cd', 'link'), pair('xy', 'link'), pair('ab', 'link')];
    expect(scorePairs(pairs, truth)).toEqual({
      truePairs: 3,
      links: 2,
      rightLinks: 1,
      precision: 1 / 2,
      recall: 1 / 3,
      f1: 2 / 5,
      review: 2,
      trueInReview: 1,
      withReview: { precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
      reviewRate: 1 / 2,
    });
  });

  it('tells the sides apart where two files number their records alike', () => {
    const pairs = [pair('11', 'link'), pair('12', 'link'), pair('21', 'review')];
    expect(scorePairs(pairs, [pair('11', 'link'), pair('21', 'link')])).toMatchObject({
      rightLinks: 1,
      links: 2,
      review: 1,
      trueInReview: 1,
    });
  });

  it('shows a dash, and null, where there is nothing to divide by', () => {
    const nothing = scorePairs([], []);
    expect(nothing).toMatchObject({ precision: null, recall: null, f1: null, reviewRate: null });
    expect(scoreText(nothing)).toMatch(/^precision +–$/m);
    expect(scoreText(scorePairs([pair('ab', 'link')], [pair('ab', 'link')]))).toMatch(/^F1 +1\.0000$/m);
  });
});

describe('evaluating files', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'hub-score-'));
  });
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  const header = 'left,right,probability,band\n';
  const evaluated = (pairs: string, truth: string): Promise<Score> => {
    const [pairsFile, truthFile] = [path.join(dir, 'pairs.csv'), path.join(dir, 'truth.csv')];
    writeFileSync(pairsFile, pairs);
    writeFileSync(truthFile, truth);
    return evaluateFiles(pairsFile, truthFile);
  };

  it('measures pairs in either order, each once', async () => {
    const score = await evaluated(`${header}a,b,0.9900,link\nc,d,0.9000,review\n`, 'left,right\nb,a\na,b\nd,c\n');
    expect(score).toMatchObject({ truePairs: 2, rightLinks: 1, trueInReview: 1, withReview: { f1: 1 } });
  });

  it('takes pairs of one id on both sides to be of two files', async () => {
    expect(await evaluated(`${header}1,1,0.9900,link\n`, 'left,right\n1,1\n2,2\n')).toMatchObject({ recall: 0.5 });
  });

  it.each([
    ['an empty pairs file', '', 'left,right\n', /pairs\.csv is empty\.$/],
    ['an empty truth', header, '', /truth\.csv is empty\.$/],
    ['pairs without bands', 'left,right\n', 'left,right\n', /lacks band/],
    ['another band', `${header}a,b,0.9,separate\n`, 'left,right\n', /pairs\.csv line 2: .*link or review/],
    ['a short row', `${header}a,b\n`, 'left,right\n', /pairs\.csv line 2: /],
    ['half a true pair', header, 'left,right\na,b\na,\n', /truth\.csv line 3: .*two ids/],
    ['a pair of one record', `${header}a,b,0.9,link\n`, 'left,right\na,a\n', /truth\.csv line 2: .*with itself/],
  ])('refuses %s in a sentence', async (_what, pairs, truth, sentence) => {
    await expect(evaluated(pairs, truth)).rejects.toThrow(sentence);
  });
});
