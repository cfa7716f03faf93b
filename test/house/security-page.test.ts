import { describe, expect, it } from '@jest/globals';
import { type ProductFile, productFiles } from './product-files.js';

const series = { S: 50, D: 24, F: 26, P: 5 } as const;

/** The page's table: of each id the test files it names; none where it says not yet. */
function claimed(page: string): Map<string, string[]> {
  const rows = [...page.matchAll(/^\| ([SDFP]\d\d) +\|[^|]*\| ([^|]*)\|$/gm)];
  return new Map(
    rows.map(([, id = '', where = '']) => [
      id,
      [...where.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = '']) => file).sort(),
    ]),
  );
}

/** The test files that carry each id in a test's name. */
function carried(tests: readonly ProductFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of tests)
    for (const id of new Set([...text.matchAll(/\[([SDFP]\d\d)\]/g)].map(([, one = '']) => one)))
      found.set(id, [...(found.get(id) ?? []), path].sort());
  return found;
}

/** Where the page and the tests do not say the same. */
function differences(page: ReadonlyMap<string, string[]>, tests: ReadonlyMap<string, string[]>): string[] {
  return [...new Set([...page.keys(), ...tests.keys()])]
    .filter((id) => (page.get(id) ?? []).join() !== (tests.get(id) ?? []).join())
    .sort();
}

describe('docs/security.md', () => {
  const page = claimed(productFiles('docs/security.md')[0]?.text ?? '');

  it('lists every id, in order, whether there is a test or not', () => {
    const all = Object.entries(series).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`),
    );
    expect([...page.keys()]).toEqual(all);
  });

  it('names for each id the very files whose tests carry it', () => {
    expect(differences(page, carried(productFiles('.test.ts')))).toEqual([]);
  });

  it('is seen to be wrong where either says more than the other', () => {
    const said = claimed('| S01 | a | `a.test.ts` |\n| S02 | b | not yet |\n| S03 | c | `c.test.ts`; half |');
    // Put together here, or this very file would carry them.
    const named = (...ids: readonly string[]): string => ids.map((id) => `[${id}]`).join(' ');
    const tests = [
      { path: 'a.test.ts', text: named('S01') },
      { path: 'b.test.ts', text: named('S02', 'D01') },
    ];
    expect(differences(said, carried(tests))).toEqual(['D01', 'S02', 'S03']);
  });
});
