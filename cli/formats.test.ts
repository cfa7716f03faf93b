import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../platform/config/product-root.js';
import { hub } from './domains.js';
import { renderFormats } from './formats.js';

describe('docs/formats.md', () => {
  it('says what the parsers read', () => {
    expect(readFileSync(join(productRoot, 'docs', 'formats.md'), 'utf8')).toBe(renderFormats());
  });

  it('names the command of every source, with what it needs, and shows a header line of every table', () => {
    const text = renderFormats();
    expect(hub.sources.size).toBeGreaterThan(7);
    for (const [word, { source }] of hub.sources) {
      const told = new RegExp(`^npx hub ingest ${word} \\S+.*${'ofYear' in source ? '--year \\d{4}' : ''}$`, 'm');
      expect(text).toMatch(told);
    }
    const tables = text.match(/^\| Column /gm) ?? [];
    expect(text.match(/^A header line: `[^`]+,[^`]+`$/gm)).toHaveLength(tables.length);
  });
});
