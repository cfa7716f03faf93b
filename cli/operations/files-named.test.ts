import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { filesNamed } from './files-named.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'files named '));
  for (const file of [
    'b.graphql',
    'a.graphql',
    'in/deeper/c.graphql',
    'in/d.ts',
    'node_modules/x/e.graphql',
    '[f].graphql',
  ]) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), '');
  }
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const named = (...given: string[]): string[] =>
  filesNamed(given.map((each) => path.join(dir, each))).map((file) => path.relative(dir, path.resolve(file)));

describe('the files that patterns name', () => {
  it('are found at every depth, each once, but those of packages', () => {
    expect(named('**/*.graphql', 'a.graphql')).toEqual([
      '[f].graphql',
      'a.graphql',
      'b.graphql',
      'in/deeper/c.graphql',
    ]);
    expect(named('in/**/*.{graphql,gql}')).toEqual(['in/deeper/c.graphql']);
  });

  it('are taken from beside the present folder too', () => {
    expect(filesNamed([path.relative('.', path.join(dir, 'in', '**', '*.graphql'))])).toHaveLength(1);
  });

  it('are what they are called, though it looks like a pattern', () => {
    expect(named('[f].graphql')).toEqual(['[f].graphql']);
  });

  it('stay as they were written where there are none', () => {
    expect(named('none/**/*.graphql', 'none.graphql')).toEqual(['none/**/*.graphql', 'none.graphql']);
  });
});
