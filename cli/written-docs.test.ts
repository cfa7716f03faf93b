import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { productRoot } from '../platform/config/product-root.js';
import { staleDocs } from './written-docs.js';

it('a document that is no longer what the code writes is named', () => {
  expect(staleDocs()).toEqual([]);
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-docs-'));
  try {
    mkdirSync(path.join(folder, 'docs'));
    for (const file of ['docs/formats.md', 'docs/personas.md'])
      cpSync(path.join(productRoot, file), path.join(folder, file));
    expect(staleDocs(folder)).toEqual(['docs/schema-reference.md', 'docs/who-sees-what.md']);
    writeFileSync(path.join(folder, 'docs/personas.md'), 'Nobody.');
    expect(staleDocs(folder)).toEqual(['docs/personas.md', 'docs/schema-reference.md', 'docs/who-sees-what.md']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
