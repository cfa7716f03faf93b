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

const checks = ['format:check', 'lint', 'types', 'house', 'knip', 'schema:check'];

interface Arranged {
  /** What each run of tests leaves as its counts, and exits with: on this Node, and on the newest. */
  readonly tests: readonly [
    run: readonly [counts: string, exit: number],
    newest: readonly [counts: string, exit: number],
  ];
  /** The check that finds a fault. */
  readonly failing?: string;
  /** The check that is killed before it has said anything. */
  readonly killed?: string;
}

/** Runs CI's script where `npm` only notes what it was told, says what it is, leaves these counts, and exits. */
function ci({ tests, failing, killed }: Arranged) {
  const [here, newest] = tests.map(([counts, exit]) => {
    const leave = counts === '' ? '' : `echo '${counts}' >> "$HUB_TEST_COUNTS"; `;
    return `${leave}exit ${String(exit)}`;
  });
  const npm = `#!/usr/bin/env bash
echo "$@" >> ${dir}/told
case "$*" in
  ci) exit 0;;
  test) ${here ?? ''};;
  'run -s test:node '*) ${newest ?? ''};;
  'run -s ${failing ?? 'nothing'}') echo 'A fault of ${failing ?? 'nothing'}.' >&2; exit 3;;
  'run -s ${killed ?? 'nothing'}') kill -9 $PPID;;
esac
`;
  writeFileSync(path.join(dir, 'npm'), npm, { mode: 0o755 });
  const env = { PATH: `${dir}:${process.env['PATH'] ?? ''}` };
  const { status, stdout } = spawnSync('bash', [path.join(dir, 'clone', '.ci', 'run')], { env, encoding: 'utf8' });
  const told = readFileSync(path.join(dir, 'told'), 'utf8').trim().split('\n');
  return { status, told, stdout, last: stdout.trimEnd().split('\n').at(-1) };
}

const passing: Arranged['tests'] = [
  ['900 passed, 0 failed, 3 skipped', 0],
  ['80 passed, 0 failed, 1 skipped', 0],
];

describe('what CI runs', () => {
  it('is each check, every test on this Node and the named ones on 24, summed in the last line', () => {
    const { status, told, last } = ci({ tests: passing });
    expect({ status, last }).toEqual({ status: 0, last: '986 passed, 0 failed, 4 skipped' });
    expect(told[0]).toBe('ci');
    expect(told.slice(1, -2).sort()).toEqual(checks.map((check) => `run -s ${check}`).sort());
    expect(told.at(-2)).toBe('test');
    const [, ...paths] = (told.at(-1) ?? '').split('run -s test:node -- 24')[1]?.split(' ') ?? [];
    expect(paths).toContain('test/journeys/first-hour');
    for (const each of paths)
      expect([each, [each, `${each}.test.ts`].some((file) => existsSync(path.join(productRoot, file)))]).toEqual([
        each,
        true,
      ]);
  });

  it('is what a change is checked with before it is sent', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(productRoot, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = (scripts['check'] ?? '').split(' && ').map((command) => command.replace('npm run -s ', ''));
    expect(named).toEqual([...checks, 'npm test']);
    expect(checks.filter((check) => scripts[check] === undefined)).toEqual([]);
  });

  it.each(checks)('fails where %s finds a fault, says it, and goes on to the tests', (failing) => {
    const { status, told, stdout, last } = ci({ tests: passing, failing });
    expect({ status, last }).toEqual({ status: 1, last: '985 passed, 1 failed, 4 skipped' });
    expect(stdout).toMatch(new RegExp(`A fault of ${failing}\\.\n${failing}: 0 passed, 1 failed`));
    expect(told).toHaveLength(3 + checks.length);
  });

  it('counts a check that was killed as a failure, and those that it took along', () => {
    const { status, last = '' } = ci({ tests: passing, killed: 'lint' });
    expect(status).toBe(1);
    const [passed = 0, failed = 0] = last.split(', ').map(Number.parseFloat);
    expect(failed).toBeGreaterThan(0);
    expect(passed + failed).toBe(986);
  });

  it('goes on after a failure, and fails', () => {
    expect(ci({ tests: [['899 passed, 1 failed, 3 skipped', 1], passing[1]] })).toMatchObject({
      status: 1,
      last: '985 passed, 1 failed, 4 skipped',
    });
  });

  it('counts a run that ended without a word as a failure', () => {
    expect(ci({ tests: [passing[0], ['', 1]] })).toMatchObject({
      status: 1,
      last: '906 passed, 1 failed, 3 skipped',
    });
  });
});
