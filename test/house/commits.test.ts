import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { type Commit, commitFaults } from './commit-faults.js';

/** The last commit from before the rule. */
const base = 'b347040a6ca160665f3e44fe99b6d655a69e5f8e';

function git(cwd: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

/** The commits since a base, merges apart; null where that is not to be known: no git, no repository, a shallow clone. */
function commitsSince(from: string, root: string): readonly Commit[] | null {
  if (git(root, 'merge-base', '--is-ancestor', from, 'HEAD') === null) return null;
  const log = git(root, 'log', '--no-merges', '--format=%h%x1f%s%x1f%b%x1e', `${from}..HEAD`);
  return (
    log
      ?.split('\x1e')
      .map((text) => text.trim().split('\x1f'))
      .filter(([hash]) => hash !== '')
      .map(([hash = '', subject = '', body = '']) => ({ hash, subject, body })) ?? null
  );
}

describe('what commits say', () => {
  let root: string;

  const commit = (message: string): string => {
    git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-q', '--allow-empty', '-m', message);
    return git(root, 'rev-parse', 'HEAD')?.trim() ?? '';
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'commits-'));
    git(root, 'init', '-q');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('is a subject of at most 72 characters, and a body', () => {
    const from = commit('Long before the rule, and with nothing to say for itself but a very long subject line');
    commit(`${'x'.repeat(72)}\n\nBecause it is told.`);
    expect(commitFaults(commitsSince(from, root) ?? [])).toEqual([]);
    commit(`${'x'.repeat(73)}\n\nBecause it is told.`);
    commit('Short');
    expect(commitFaults(commitsSince(from, root) ?? [])).toEqual([
      expect.stringContaining('has no body that says why: Short'),
      expect.stringContaining('a subject of 73 characters'),
    ]);
  });

  it('is not looked for where the history does not reach back', () => {
    expect(commitsSince(base, root)).toBeNull();
    commit('Short');
    expect(commitsSince(base, root)).toBeNull();
    expect(commitsSince(base, path.join(root, 'nowhere'))).toBeNull();
  });

  it('is so since the rule', () => {
    const commits = commitsSince(base, productRoot);
    if (commits === null) console.warn(`SKIPPED: the history does not reach back to ${base}.`);
    expect(commitFaults(commits ?? [])).toEqual([]);
  });
});
