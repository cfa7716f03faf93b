import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hub } from '../support/cli.js';

const dir = mkdtempSync(path.join(tmpdir(), 'hub-year-'));
const file = path.join(dir, 'any.csv');
writeFileSync(file, '');

describe('hub ingest', () => {
  it.each([
    ['an ssda903 set without its year', ['ssda903', file], 'The source ssda903 needs --year YYYY: '],
    ['a year that is none', ['ssda903', file, '--year', '26'], '--year takes a year, written YYYY.'],
    ['a year of a source that takes none', ['peps', file, '--year', '2026'], 'The source peps takes no --year: '],
  ])('is not used with %s: one line says so, and the exit code is 2', async (_, args, sentence) => {
    const { status, out, err } = await hub(['ingest', ...args], { HUB_DATA_DIR: dir });
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^hub: ${sentence}.*\\n$`));
  });
});
