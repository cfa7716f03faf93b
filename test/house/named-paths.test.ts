import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { namedPaths, sections } from './named-paths.js';

const read = (file: string): string => readFileSync(path.join(productRoot, file), 'utf8');
const missing = (markdown: string): string[] =>
  namedPaths(markdown).filter((named) => !existsSync(path.join(productRoot, named)));

/** What each paper has to walk through. */
const walks: Readonly<Record<string, readonly string[]>> = {
  'CONTRIBUTING.md': ['A field', 'A concept', 'A policy', 'A source', 'A database function', 'A subgraph'],
  'docs/architecture.md': ['A question', 'A write', 'A file', 'An event'],
};

describe('the paths that a paper names', () => {
  it('are found among its other words in backticks', () => {
    const text =
      'See `subgraphs/health/subgraph.ts`, `platform/db`, `.ci/run`, `cli/nowhere.ts`, `gone.json` and `README.md`; not ' +
      '`npm run check`, `REFERRAL`, `ctx.today()`, `-- owner: a/b` or `{{prefix}}`.\n\n```sh\n`cli/typed.ts`\n```\n';
    expect(namedPaths(text)).toEqual([
      'subgraphs/health/subgraph.ts',
      'platform/db',
      '.ci/run',
      'cli/nowhere.ts',
      'gone.json',
      'README.md',
    ]);
    expect(missing(text)).toEqual(['cli/nowhere.ts', 'gone.json']);
  });

  it.each(Object.keys(walks))('are there: %s', (paper) => {
    expect(missing(read(paper))).toEqual([]);
  });

  it.each(Object.entries(walks).flatMap(([paper, names]) => names.map((name) => [paper, name] as const)))(
    'are files, in each walk: %s, %s',
    (paper, name) => {
      const files = namedPaths(sections(read(paper)).get(name) ?? '').filter((named) => /\.\w+$/.test(named));
      expect(files.length).toBeGreaterThanOrEqual(3);
    },
  );
});
