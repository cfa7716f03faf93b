import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { matrix } from './matrix.js';

const file = path.join(productRoot, 'test/disclosure/matrix.md');

// UPDATE_MATRIX=1 writes the file anew.
if (process.env['UPDATE_MATRIX'] === '1') writeFileSync(file, matrix());

it('matrix.md is what the scenarios say', () => {
  expect(readFileSync(file, 'utf8')).toBe(matrix());
});
