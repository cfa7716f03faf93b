import { describe, expect, it } from '@jest/globals';
import { type Cell, isTooFew, protectTable, protectUnion } from './protect.js';
import { isSmall } from './suppress.js';

/** Every way in which so many children stand in so many groups. */
function* waysOf(groups: number, children: number): Generator<number[]> {
  if (groups === 1) {
    yield [children];
    return;
  }
  for (let first = 0; first <= children; first += 1)
    for (const rest of waysOf(groups - 1, children - first)) yield [first, ...rest];
}

/** Each child at a school of its own. */
const cellsOf = (counts: readonly number[]): Cell[] =>
  counts.map((children, at) => ({ value: String(at), children, schools: children }));

/** All that is seen of a table by somebody who can tell from sessions how many children each number that is shown has. */
function seen(counts: readonly number[]): string {
  const { hidden, named } = protectTable(cellsOf(counts));
  const total = counts.reduce((sum, one) => sum + one, 0);
  const groups = counts.map((one, at) => {
    if (hidden.has(String(at))) return named ? 'hidden' : '-';
    return one === 0 ? (named ? 'none' : '-') : one;
  });
  return [isSmall(total) ? 'hidden' : total, ...groups].join();
}

describe('a table of which small numbers are hidden', () => {
  it.each([
    [2, 40],
    [3, 30],
    [4, 24],
    [5, 18],
    [6, 14],
    [7, 12],
    [8, 11],
    [9, 10],
  ])('of %p groups, whatever up to %p children: no small number is the only one that fits', (groups, most) => {
    const fitting = new Map<string, (readonly [least: number, most: number])[]>();
    for (let children = 0; children <= most; children += 1)
      for (const counts of waysOf(groups, children)) {
        const world = seen(counts);
        const before = fitting.get(world);
        fitting.set(
          world,
          counts.map((one, at) => [Math.min(one, before?.[at]?.[0] ?? one), Math.max(one, before?.[at]?.[1] ?? one)]),
        );
      }
    const known = [...fitting].filter(([, ranges]) => ranges.some(([least, top]) => least === top && isSmall(least)));
    expect(known).toEqual([]);
    expect(fitting.size).toBeGreaterThan(groups * 10);
  });

  it('is shown whole where no group is small', () => {
    expect(protectTable(cellsOf([8, 0, 40]))).toEqual({ hidden: new Set(), named: true });
  });

  it('hides a group beside a small one, the first in order, and a second where no child could move', () => {
    expect([...protectTable(cellsOf([12, 12, 12, 7])).hidden].sort()).toEqual(['0', '3']);
    expect([...protectTable(cellsOf([8, 12, 12, 1])).hidden].sort()).toEqual(['0', '1', '3']);
  });

  it('hides a group of fewer than three schools, however many children it has', () => {
    expect(isTooFew({ children: 300, schools: 2 })).toBe(true);
    expect(isTooFew({ children: 0, schools: 0 })).toBe(false);
    const cells = [...cellsOf([30, 40]), { value: 'thin', children: 50, schools: 2 }];
    expect([...protectTable(cells).hidden].sort()).toEqual(['0', 'thin']);
  });

  it('of others together hides what any of them hides', () => {
    const [one, other] = [protectTable(cellsOf([3, 9, 9])), protectTable(cellsOf([9, 9, 9]))];
    expect([...protectUnion([one, other]).hidden].sort()).toEqual(['0', '1']);
    expect(protectUnion([protectTable(cellsOf([1, 1, 1, 1, 1, 1])), other]).named).toBe(false);
  });
});
