import { describe, expect, it } from '@jest/globals';
import { productFiles } from './product-files.js';

/** What the house allows: half its files say one thing, nearly all are read at a sitting, none is a wall. */
const limits = { median: 60, p95: 200, max: 250 };

type Sizes = Readonly<Record<keyof typeof limits, number>>;

/** Nearest-rank quantiles of line counts. */
function sizesOf(lines: readonly number[]): Sizes {
  const sorted = [...lines].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}

function beyond(sizes: Sizes): string[] {
  return (['median', 'p95', 'max'] as const)
    .filter((name) => sizes[name] > limits[name])
    .map((name) => `${name} is ${sizes[name]} lines, allowed ${limits[name]}`);
}

describe('the sizes of product files', () => {
  it.each([
    ['median', [61, 61, 61, 10]],
    ['p95', [...Array.from({ length: 18 }, () => 10), 201, 201]],
    ['max', [...Array.from({ length: 99 }, () => 10), 251]],
  ])('are refused by their %s', (name, lines) => {
    expect(beyond(sizesOf(lines))).toEqual([expect.stringContaining(name)]);
  });

  it('keep within the limits', () => {
    const product = productFiles('.ts').filter(
      ({ path }) => !/^(test|bench)\/|\.(test|test-support|generated)\.ts$/.test(path),
    );
    expect(product.length).toBeGreaterThan(200);
    expect(beyond(sizesOf(product.map(({ text }) => text.split('\n').length - 1)))).toEqual([]);
  });
});
