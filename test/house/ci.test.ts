import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'ci-'));
  mkdirSync(path.join(dir, 'clone', '.ci'), { recursive: true });
  cpSync(path.join(productRoot, '.ci/run'), path.join(dir, 'clone', '.ci', 'run'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Runs CI's script where `npm` only notes what it was told, and leaves these counts and exits, first to last. */
function ci(runs: readonly (readonly [counts: string, exit: number])[]) {
  const said = runs.map(([counts, exit], at) => {
    const leave = counts === '' ? '' : `echo '${counts}' >> "$HUB_TEST_COUNTS"; `;
    return `${String(at + 1)}) ${leave}exit ${String(exit)};;`;
  });
  const npm = `#!/usr/bin/env bash
echo "$@" >> ${dir}/told
[ "$1" = ci ] && exit 0
case $(( $(wc -l < ${dir}/told) - 1 )) in ${said.join(' ')} esac
`;
  writeFileSync(path.join(dir, 'npm'), npm, { mode: 0o755 });
  const env = { PATH: `${dir}:${process.env['PATH'] ?? ''}` };
  const { status, stdout } = spawnSync('bash', [path.join(dir, 'clone', '.ci', 'run')], { env, encoding: 'utf8' });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('what CI runs', () => {
  it('is every test on this Node and the named ones on 24, summed in the last line', () => {
    expect(
      ci([
        ['900 passed, 0 failed, 3 skipped', 0],
        ['80 passed, 0 failed, 1 skipped', 0],
      ]),
    ).toEqual({
      status: 0,
      last: '980 passed, 0 failed, 4 skipped',
    });
    const told = readFileSync(path.join(dir, 'told'), 'utf8').trim().split('\n');
    expect(told.slice(0, 2)).toEqual(['ci', 'test']);
    const [, ...paths] = (told[2] ?? '').split('run -s test:node -- 24')[1]?.split(' ') ?? [];
    expect(paths).toContain('test/journeys/first-hour');
    for (const each of paths)
      expect([each, [each, `${each}.test.ts`].some((file) => existsSync(path.join(productRoot, file)))]).toEqual([
        each,
        true,
      ]);
  });

  it('goes on after a failure, and fails', () => {
    expect(
      ci([
        ['899 passed, 1 failed, 3 skipped', 1],
        ['80 passed, 0 failed, 1 skipped', 0],
      ]),
    ).toEqual({
      status: 1,
      last: '979 passed, 1 failed, 4 skipped',
    });
  });

  it('counts a run that ended without a word as a failure', () => {
    expect(
      ci([
        ['900 passed, 0 failed, 3 skipped', 0],
        ['', 1],
      ]),
    ).toEqual({
      status: 1,
      last: '900 passed, 1 failed, 3 skipped',
    });
  });
});
