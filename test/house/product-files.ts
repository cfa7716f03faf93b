import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';

/** Not ours, or made from what is: installed, built, written by a run. */
const notProduct = new Set(['node_modules', 'dist', 'coverage', '.git', '.hub']);

export interface ProductFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every file below the root whose name ends in one of the given ways. */
export function productFiles(...endings: readonly string[]): ProductFile[] {
  return below(productRoot)
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => ({
      path: path.relative(productRoot, file).split(path.sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const found = path.join(folder, entry.name);
    if (entry.isDirectory()) return notProduct.has(entry.name) ? [] : below(found);
    return entry.isFile() ? [found] : [];
  });
}
