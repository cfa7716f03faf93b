import { describe, expect, it } from '@jest/globals';
import { FactSpans } from './fact-spans.js';

type Row = readonly [of: string, from: string, until: string | null];

function overlaps(rows: readonly Row[], but: readonly number[] = []): [number, number][] {
  const spans = new FactSpans();
  rows.forEach(([of, from, until], at) => {
    spans.add(of, { from, until }, at + 2);
  });
  return [...spans.overlaps(new Map(but.map((line) => [line, line])))].map(({ line, earlier }) => [line, earlier]);
}

describe('the days of the rows of a file', () => {
  it('overlap where one begins before another of the same has ended, wherever it stands', () => {
    expect(
      overlaps([
        ['a', '2026-03-02', '2026-04-01'],
        ['a', '2026-01-05', '2026-03-03'],
      ]),
    ).toEqual([[2, 3]]);
    expect(
      overlaps([
        ['a', '2026-01-05', null],
        ['a', '2026-02-02', '2026-02-09'],
      ]),
    ).toEqual([[3, 2]]);
  });

  it('do not where they touch, are of something else, or hold no day', () => {
    expect(
      overlaps([
        ['a', '2026-01-05', '2026-02-02'],
        ['a', '2026-02-02', null],
        ['b', '2026-01-05', null],
        ['b', '2026-03-02', '2026-03-02'],
      ]),
    ).toEqual([]);
  });

  it('of one first day are one fact, told twice or otherwise', () => {
    expect(
      overlaps([
        ['a', '2026-01-05', null],
        ['a', '2026-01-05', null],
      ]),
    ).toEqual([]);
  });

  it('are held against rows that stand alone', () => {
    const rows: Row[] = [
      ['a', '2026-01-05', '2026-02-02'],
      ['a', '2026-01-12', '2026-03-02'],
      ['a', '2026-02-16', null],
    ];
    expect(overlaps(rows)).toEqual([[3, 2]]);
    expect(overlaps(rows, [2])).toEqual([[4, 3]]);
  });
});
