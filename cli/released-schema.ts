import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../platform/config/product-root.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { allowedChanges, refusedChanges } from '../schema/allowed-change.js';
import { changesBetween } from '../schema/changes.js';
import { committedSupergraph } from './schema-files.js';

const folder = path.join(productRoot, 'schema/released');
/** Lists the breaking changes that were decided on, each with its reason. */
export const allowedFile = 'allowed-changes.json';

const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * The last of the supergraphs that are kept, one a release (`0.1.0.graphql`).
 * @throws InvalidInput where none is kept.
 */
export function lastRelease(files: readonly string[]): string {
  const last = files
    .filter((file) => /^\d+\.\d+\.\d+\.graphql$/.test(file))
    .sort(inOrder.compare)
    .at(-1);
  if (last === undefined) throw new InvalidInput('schema/released holds no release to compare the schema with.');
  return last;
}

/** How the graph differs from the last release's, and which of its breaking changes nobody allowed: a line each. */
export interface SinceRelease {
  readonly release: string;
  readonly refused: readonly string[];
  readonly surprising: readonly string[];
}

/** @param present the supergraph to compare, the committed one unless given. @param from the folder of releases. */
export function sinceRelease(present: string = committedSupergraph(), from: string = folder): SinceRelease {
  const last = lastRelease(readdirSync(from));
  const { breaking, surprising } = changesBetween(readFileSync(path.join(from, last), 'utf8'), present);
  const allowed = allowedChanges(readFileSync(path.join(from, allowedFile), 'utf8'));
  return { release: path.basename(last, '.graphql'), refused: refusedChanges(breaking, allowed), surprising };
}
