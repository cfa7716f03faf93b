import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../config/product-root.js';
import { withWords } from './sql-words.js';

/** The present text of one database function: `<schema>.<name>.sql`. */
export interface FunctionFile {
  /** Its path in the product: what an operator is told. */
  readonly file: string;
  readonly schema: string;
  readonly name: string;
  /** The role that owns it. */
  readonly owner: string;
  /** `create or replace function …`, with its words put in. */
  readonly definition: string;
  /** Who may execute it, beyond what function-grants.ts gives: empty, or `grant execute on function …`. */
  readonly grants: string;
  /** Of the text with its words put in. */
  readonly hash: string;
}

const ending = '.sql';
const bodyEnd = '$$;';
const ownerLine = /^-- owner: (\S+)\n/;

/**
 * The functions of one folder. Each belongs to `owner` unless its first line says `-- owner: <role>`; what follows the
 * function's body are its grants.
 */
export function functionFiles(folder: string, owner: string, words: Readonly<Record<string, string>>): FunctionFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((fileName) => {
      const text = withWords(readFileSync(path.join(folder, fileName), 'utf8'), words);
      const [schema = '', name = ''] = fileName.slice(0, -ending.length).split('.');
      const bodyEnds = text.includes(bodyEnd) ? text.lastIndexOf(bodyEnd) + bodyEnd.length : text.length;
      return {
        file: path.relative(productRoot, path.join(folder, fileName)),
        schema,
        name,
        owner: ownerLine.exec(text)?.[1] ?? owner,
        definition: text.slice(0, bodyEnds),
        grants: text.slice(bodyEnds).trim(),
        hash: createHash('sha256').update(text).digest('hex'),
      };
    });
}
