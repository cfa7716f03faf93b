import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../platform/config/product-root.js';
import { renderFormats } from './formats.js';

describe('docs/formats.md', () => {
  it('says what the parsers read', () => {
    expect(readFileSync(join(productRoot, 'docs', 'formats.md'), 'utf8')).toBe(renderFormats());
  });
});
