import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { productFiles, type ProductFile } from './product-files.js';

/**
 * The folder that a file is of: a concept of a domain, or a room of the platform. What puts a domain together
 * (`context.ts`, `subgraph.ts`) knows every concept and is known to their resolvers: it is of none. dependency-cruiser's
 * rules for folders take it for one, and name only one circle of each.
 */
function folderOf(file: string): string | undefined {
  return /^(subgraphs\/[^/]+\/[^/]+|platform\/[^/]+)\/./.exec(file)?.[1];
}

/** What each folder imports, types included, from files that are `[path, text]`. */
function importsOf(files: readonly Pick<ProductFile, 'path' | 'text'>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path: file, text } of files) {
    const own = folderOf(file);
    if (own === undefined) continue;
    const others = found.get(own) ?? new Set();
    found.set(own, others);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const folder = fileName.startsWith('.') && folderOf(path.posix.join(path.posix.dirname(file), fileName));
      if (folder && folder !== own) others.add(folder);
    }
  }
  return found;
}

/** The folders that need themselves by way of others. */
function inCircles(files: readonly Pick<ProductFile, 'path' | 'text'>[]): string[] {
  const imports = importsOf(files);
  const needed = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const left = [...(imports.get(from) ?? [])];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(...(imports.get(next) ?? []));
    }
    return seen;
  };
  return [...imports.keys()].filter((folder) => needed(folder).has(folder)).sort();
}

const importing = (file: string, ...imports: readonly string[]) => ({
  path: file,
  text: imports.map((from) => `import '${from}';\n`).join(''),
});

describe('concepts', () => {
  it('are seen to need each other, by types as well and by way of a third', () => {
    const type = { path: 'subgraphs/a/three/c.ts', text: `import type { One } from '../one/a.js';` };
    expect(
      inCircles([
        importing('subgraphs/a/one/source/a.ts', '../../two/b.js', '../alone.js'),
        importing('subgraphs/a/two/b.ts', '../three/c.js'),
        type,
        importing('subgraphs/a/four/d.ts', '../one/a.js', '../../../platform/db/x.js'),
        importing('platform/db/x.ts', '../events/y.js'),
        importing('platform/events/y.ts', '../db/x.js'),
      ]),
    ).toEqual(['platform/db', 'platform/events', 'subgraphs/a/one', 'subgraphs/a/three', 'subgraphs/a/two']);
  });

  it('may know what puts their domain together, which knows them all', () => {
    expect(
      inCircles([
        importing('subgraphs/a/one/a.resolver.ts', '../context.js'),
        importing('subgraphs/a/two/b.ts', '../one/a.js'),
        importing('subgraphs/a/context.ts', './one/a.js', './two/b.js'),
      ]),
    ).toEqual([]);
  });

  it('of a domain, and rooms of the platform, do not need each other in a circle', () => {
    const product = productFiles('.ts').filter((file) => !/\.(test|test-support)\.ts$/.test(file.path));
    expect(importsOf(product).size).toBeGreaterThan(40);
    expect(inCircles(product)).toEqual([]);
  });
});

describe('a concept', () => {
  const files = productFiles('.ts').filter((file) => file.path.startsWith('subgraphs/'));
  const inFolders = files.flatMap(({ path: file }) => {
    const [, domain = '', folder = '', name = ''] = /^subgraphs\/([^/]+)\/([^/]+)\/(.+)$/.exec(file) ?? [];
    return name === '' ? [] : [{ domain, folder, name }];
  });

  it('keeps what comes in and what it feeds in its own folder: a domain has no room for all of them', () => {
    const kinds = new Set(['ingest', 'source', 'feed', 'feeds', 'rows', 'resolvers', 'services']);
    expect(inFolders.filter(({ folder }) => kinds.has(folder))).toEqual([]);
    expect(inFolders.length).toBeGreaterThan(200);
  });

  it('is listed where its domain is put together', () => {
    const concepts = inFolders.filter(({ name }) => name === 'concept.ts');
    expect(concepts.length).toBeGreaterThan(25);
    const missing = concepts.filter(({ domain, folder }) => {
      const text = files.find((file) => file.path === `subgraphs/${domain}/subgraph.ts`)?.text ?? '';
      return !text.includes(`from './${folder}/concept.js'`);
    });
    expect(missing).toEqual([]);
  });

  it('names by its concept.ts every resolver and every table of its folder', () => {
    const texts = new Map(files.map(({ path: file, text }) => [file, text]));
    const unnamed = inFolders
      .filter(({ name }) => /^(?!.*\.test\.).*\.(resolver|row)\.ts$/.test(name))
      // A class that the rows of two tables extend is itself of none.
      .filter(
        ({ domain, folder, name }) =>
          !name.endsWith('.row.ts') || texts.get(`subgraphs/${domain}/${folder}/${name}`)?.includes('@Entity('),
      )
      .filter(({ domain, folder, name }) => {
        const concept = texts.get(`subgraphs/${domain}/${folder}/concept.ts`) ?? '';
        return !concept.includes(`from './${name.replace(/\.ts$/, '.js')}'`);
      });
    expect(unnamed).toEqual([]);
  });
});

describe('the code of the council', () => {
  it('is said once', () => {
    const says = productFiles('.ts')
      .filter((file) => !/^(test|bench)\/|\.(test|test-support)\.ts$/.test(file.path))
      .filter(({ text }) => text.includes("'990'"))
      .map((file) => file.path);
    expect(says).toEqual(['platform/vocabulary/council-code.ts']);
  });
});
