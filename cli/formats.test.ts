import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../platform/config/product-root.js';
import { councilCode } from '../platform/vocabulary/council-code.js';
import { manifests } from './domains.js';
import { renderFormats } from './formats.js';

describe('docs/formats.md', () => {
  it('says what the parsers read', () => {
    expect(readFileSync(join(productRoot, 'docs', 'formats.md'), 'utf8')).toBe(renderFormats());
  });

  it('names the command of every source, with what it needs, and shows a header line of every table', () => {
    const text = renderFormats();
    const sources = manifests.flatMap(({ ingest }) => ingest?.(councilCode) ?? []);
    expect(sources.length).toBeGreaterThan(7);
    for (const source of sources) {
      const word = 'ofYear' in source ? source.name : source.format.name;
      const told = new RegExp(`^npx hub ingest ${word} \\S+.*${'ofYear' in source ? '--year \\d{4}' : ''}$`, 'm');
      expect(text).toMatch(told);
    }
    const tables = text.match(/^\| Column /gm) ?? [];
    expect(text.match(/^A header line: `[^`]+,[^`]+`$/gm)).toHaveLength(tables.length);
  });
});
