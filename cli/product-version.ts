import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { productRoot } from '../platform/config/product-root.js';

/** The version of this hub, as package.json has it. */
export function productVersion(): string {
  const text = readFileSync(path.join(productRoot, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
