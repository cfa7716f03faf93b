import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** The product's folder: the nearest one upwards that holds package.json, from the source tree and from dist/ alike. */
function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('No package.json above the code sets.');
    folder = dirname(folder);
  }
  return folder;
}

const FOLDER = join(productFolder(), 'platform', 'code-sets');

/**
 * A published code set, from `platform/code-sets/<name>.json`, in the shape asked for. It reads the file each time: call
 * it once, as a module loads.
 * @throws if there is no such file, or it has not that shape: our own mistake, met at start-up.
 */
export function codeSet<Shape>(name: string, shape: z.ZodType<Shape>): Shape {
  return shape.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
}
