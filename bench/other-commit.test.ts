import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CleanUp } from './clean-up.js';
import { OtherCommit } from './other-commit.js';

let root: string;
let clone: string;
let tree: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', clone, '-c', 'user.name=bench', '-c', 'user.email=bench@example.test', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function commit(lock: string): void {
  writeFileSync(path.join(clone, 'package-lock.json'), lock);
  git('add', 'package-lock.json');
  git('commit', '-m', lock);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hub-bench-test-'));
  clone = path.join(root, 'clone');
  tree = path.join(root, 'tree');
  mkdirSync(path.join(clone, 'node_modules'), { recursive: true });
  writeFileSync(path.join(clone, 'node_modules/there'), '');
  git('init');
  commit('first');
  commit('second');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const trees = (): number => git('worktree', 'list').trim().split('\n').length;

describe('another commit', () => {
  it('stands beside this one as it was, and is gone at the end', async () => {
    const cleanUp = new CleanUp();
    OtherCommit.checkOut('HEAD~1', tree, cleanUp, clone);
    expect(readFileSync(path.join(tree, 'package-lock.json'), 'utf8')).toBe('first');
    expect(readFileSync(path.join(clone, 'package-lock.json'), 'utf8')).toBe('second');
    expect(trees()).toBe(2);
    await cleanUp.run();
    expect(existsSync(tree)).toBe(false);
    expect(trees()).toBe(1);
  });

  it('shares the packages of this one where they are the same, and leaves them when it goes', async () => {
    const cleanUp = new CleanUp();
    const same = OtherCommit.checkOut('HEAD', tree, cleanUp, clone);
    expect(same.sharePackages(clone)).toBe(true);
    expect(lstatSync(path.join(tree, 'node_modules')).isSymbolicLink()).toBe(true);
    expect(existsSync(path.join(tree, 'node_modules/there'))).toBe(true);
    await cleanUp.run();
    expect(existsSync(path.join(clone, 'node_modules/there'))).toBe(true);
  });

  it('does not share them where they are others', async () => {
    const cleanUp = new CleanUp();
    const other = OtherCommit.checkOut('HEAD~1', tree, cleanUp, clone);
    expect(other.sharePackages(clone)).toBe(false);
    expect(existsSync(path.join(tree, 'node_modules'))).toBe(false);
    await cleanUp.run();
  });

  it('that nobody made is refused by one sentence, and nothing is left', () => {
    expect(() => OtherCommit.checkOut('0123456', tree, new CleanUp(), clone)).toThrow('There is no commit 0123456');
    expect(existsSync(tree)).toBe(false);
  });

  it('can be checked out again where the folder of one that was killed is gone', async () => {
    OtherCommit.checkOut('HEAD', tree, new CleanUp(), clone);
    rmSync(tree, { recursive: true });
    const cleanUp = new CleanUp();
    OtherCommit.checkOut('HEAD', tree, cleanUp, clone);
    expect(trees()).toBe(2);
    await cleanUp.run();
  });
});
