import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../platform/config/product-root.js';
import { endOfLife } from './node-line.js';

describe('the end of a line of Node', () => {
  it('is told from the day after it', () => {
    expect(endOfLife('v20.20.2', '2026-04-30')).toBeNull();
    expect(endOfLife('v20.20.2', '2026-05-01')).toBe(
      'Node 20 reached its end of life in April 2026: the hub works on it, but run it on Node 24.',
    );
    expect(endOfLife('v24.1.0', '2026-11-28')).toBeNull();
    expect(endOfLife('v99.0.0', '2026-11-28')).toBeNull();
  });

  it('is that of the README', () => {
    const readme = readFileSync(path.join(productRoot, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| Node (\d+)[^|]*\| *(?:ended )?(\w+ \d+) *\|/gm)];
    expect(rows.length).toBe(3);
    for (const [, line = '', month = ''] of rows)
      expect(endOfLife(`v${line}.0.0`, '2099-01-01')).toContain(`end of life in ${month}`);
  });
});
