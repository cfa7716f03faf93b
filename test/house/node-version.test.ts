import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';

const read = (file: string): string => readFileSync(path.join(productRoot, file), 'utf8');

/** The rows of the README's table of Node: the line, and the month until which Node itself supports it. */
const supported = [...read('README.md').matchAll(/^\| Node (\d+)[^|]*\| *([^|]+?) *\|/gm)].map(([, line, until]) => [
  Number(line),
  until,
]);

const majorOf = (version: string): number => Number(/^v(\d+)\./.exec(version)?.[1]);

describe('the Node that the tests run on', () => {
  it('is the one that was asked for, in this worker and in what it starts', () => {
    const asked = process.env['HUB_TEST_NODE'];
    const here = majorOf(process.version);
    if (asked !== undefined) expect(here).toBe(Number(asked));
    expect(execFileSync(process.execPath, ['-p', 'process.version'], { encoding: 'utf8' }).trim()).toBe(
      process.version,
    );
    expect(execFileSync('node', ['-p', 'process.version'], { encoding: 'utf8' }).trim()).toBe(process.version);
    expect(supported.map(([line]) => line)).toContain(here);
  });
});

describe('the lines of Node that are supported', () => {
  it('are those of the README, each with its end', () => {
    expect(supported).toEqual([
      [20, 'ended April 2026'],
      [22, 'April 2027'],
      [24, 'April 2028'],
    ]);
  });

  it('begin where package.json says, and the image stands on the newest', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ engines: { node: '>=20.19' } });
    const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(new Set(bases)).toEqual(new Set(['node:24-bookworm-slim']));
  });
});
