import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../config/product-root.js';

/** One file of hand-written SQL, applied once and in order. */
export interface MigrationFile {
  /** Its path in the product: what an operator is told. */
  readonly file: string;
  /** What TypeORM knows it by. */
  readonly name: string;
  readonly text: string;
  /** Of the text as it stands in the file. */
  readonly checksum: string;
}

const ending = '.up.sql';

/** TypeORM orders migrations by the thirteen digits at the end of their names. */
const epoch = 1_700_000_000_000;

const nameOf = (stem: string): string => `${stem.replaceAll('-', '_')}${String(epoch + Number.parseInt(stem, 10))}`;

/** The file that a name of `nameOf` was made from. */
export const fileNameOf = (name: string): string => `${name.slice(0, -13).replaceAll('_', '-')}${ending}`;

/** The migrations of one folder (`0001-word.up.sql`), in order. */
export function migrationFiles(folder: string): MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return {
        file: path.relative(productRoot, path.join(folder, name)),
        name: nameOf(name.slice(0, -ending.length)),
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      };
    });
}
