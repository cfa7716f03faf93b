import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { productRoot } from '../platform/config/product-root.js';
import { lastRelease, sinceRelease } from './released-schema.js';
import { committedSupergraph } from './schema-files.js';

let releases: string;

beforeEach(() => {
  releases = mkdtempSync(path.join(tmpdir(), 'released-'));
  cpSync(path.join(productRoot, 'schema/released'), releases, { recursive: true });
});
afterEach(() => {
  rmSync(releases, { recursive: true });
});

const allow = (...changes: readonly string[]): void => {
  const list = changes.map((change) => ({ change, reason: 'Asked for by every partner.' }));
  writeFileSync(path.join(releases, 'allowed-changes.json'), JSON.stringify(list));
};

/** The graph as it is, but that a wait is told under another name. */
const renamed = (): string => committedSupergraph().replaceAll('weeksWaiting', 'weeksWaited');
const change = 'FIELD_REMOVED: WaitingListEntry.weeksWaiting was removed.';

describe('the graph, beside the last release', () => {
  it('breaks no client of it', () => {
    expect(sinceRelease().refused).toEqual([]);
  });

  it('is refused where a field that was released has another name, in a line that names it', () => {
    allow();
    writeFileSync(path.join(releases, '0.1.0.graphql'), committedSupergraph());
    expect(sinceRelease(renamed(), releases)).toMatchObject({ release: '0.1.0', refused: [change] });
  });

  it('is taken where the change was allowed', () => {
    allow(change);
    writeFileSync(path.join(releases, '0.1.0.graphql'), committedSupergraph());
    expect(sinceRelease(renamed(), releases).refused).toEqual([]);
  });

  it('is compared with the last of them, by number', () => {
    expect(lastRelease(['0.9.0.graphql', '0.10.0.graphql', '0.2.11.graphql', 'allowed-changes.json'])).toBe(
      '0.10.0.graphql',
    );
    expect(() => lastRelease(['allowed-changes.json'])).toThrow('no release');
  });
});
