import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { hub } from '../../cli/domains.js';
import { subgraphName } from '../../platform/db/names.js';
import { productFiles, type ProductFile } from './product-files.js';

type Text = Pick<ProductFile, 'path' | 'text'>;

// Whom the development integrator speaks for is part of who it is; an example of a source is somebody's.
const allowed = new Set(['platform/auth/personas.ts', 'subgraphs/partnership/deletion/source/columns.ts']);

/** What each domain's sources are called, on the command line and in what records name as their source. */
const words = [...hub.sources].flatMap(([word, { domain, source }]) =>
  [...new Set([word, source.records?.name ?? word])].map((name) => ({
    name,
    folder: `subgraphs/${subgraphName(domain)}/`,
  })),
);

const withoutComments = (text: string): string => text.replaceAll(/\/\*.*?\*\/|^\s*(?:\/\/|--).*$/gms, '');

/** Where a subgraph, or the floor they all stand on, names a source of another's. */
function namedElsewhere(files: readonly Text[]): string[] {
  return files.flatMap(({ path, text }) =>
    words
      .filter(
        ({ name, folder }) =>
          !path.startsWith(folder) && new RegExp(`['"\`]${name}['"\`:]`).test(withoutComments(text)),
      )
      .map(({ name }) => `${path}: ${name}`),
  );
}

describe('a source', () => {
  it('is seen to be named by another domain', () => {
    const text = `const first = ['case-list', "gias"]; const key = \`peps:\${council}\`;`;
    expect(namedElsewhere([{ path: 'subgraphs/partnership/a.ts', text }])).toEqual([
      'subgraphs/partnership/a.ts: gias',
      'subgraphs/partnership/a.ts: case-list',
      'subgraphs/partnership/a.ts: peps',
    ]);
    expect(namedElsewhere([{ path: 'subgraphs/virtual-school/a.ts', text: '`peps:1`' }])).toEqual([]);
  });

  it('is named in its own domain alone: what it is to others, it declares', () => {
    const files = ['.ts', '.sql'].flatMap((kind) => productFiles(kind));
    const product = files.filter(
      ({ path }) => /^(subgraphs|platform|gateway)\//.test(path) && !/\.(test|test-support)\.ts$/.test(path),
    );
    expect(product.length).toBeGreaterThan(300);
    expect(namedElsewhere(product).filter((found) => !allowed.has(found.replace(/:.*/, '')))).toEqual([]);
  });
});
