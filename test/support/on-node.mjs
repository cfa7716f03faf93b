import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs the tests on another line of Node, whose newest binary the registry's `node` package brings:
 * `npm run test:node -- 24 [what jest is told]`. Everything the tests start is started by that binary too.
 */
const [major = '', ...told] = process.argv.slice(2);
if (!/^\d\d$/.test(major)) {
  process.stderr.write('Say which line of Node, such as: npm run test:node -- 24\n');
  process.exit(2);
}

const fetched = ['exec', '--yes', `--package=node@${major}`, '--', 'node', '-p', 'process.execPath'];
const { status, stdout } = spawnSync('npm', fetched, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const binary = stdout.trim().split('\n').at(-1) ?? '';
if (status !== 0 || !path.isAbsolute(binary)) {
  process.stderr.write(`SKIPPED: Node ${major} could not be had from the registry, so nothing was tried on it.\n`);
  const counts = process.env.HUB_TEST_COUNTS;
  if (counts === undefined) process.exit(1);
  appendFileSync(counts, '0 passed, 0 failed, 1 skipped\n');
  process.exit(0);
}

const tests = spawn(binary, [path.join('node_modules', 'jest', 'bin', 'jest.js'), ...told], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules',
    PATH: `${path.dirname(binary)}${path.delimiter}${process.env.PATH ?? ''}`,
    // test/house/node-version.test.ts fails where a worker, or what it starts, runs on another.
    HUB_TEST_NODE: major,
  },
});
tests.once('exit', (code) => process.exit(code ?? 1));
