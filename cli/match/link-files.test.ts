import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { FoundPair } from './matcher.js';
import { linkFiles, type LinkOrder, type LinkPeople } from './link-files.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-link-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const at = (name: string): string => path.join(dir, name);

function file(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

const finding =
  (...pairs: FoundPair[]): LinkPeople =>
  () =>
    Promise.resolve(pairs);

const run = (order: Pick<LinkOrder, 'inputs' | 'link'> & Partial<LinkOrder>) =>
  linkFiles({ map: new Map(), out: at('pairs.csv'), today: '2026-11-20', ...order });

const four = 'id,given\na,Ada\n"b,1",Bo\n"c""2",Cy\nd,Dee\n';

describe('linking files', () => {
  it('hands the matcher one list to de-duplicate, or two to link', async () => {
    const seen: unknown[] = [];
    const link: LinkPeople = (left, right) => {
      seen.push([left.length, right?.length ?? null]);
      return Promise.resolve([]);
    };
    const one = file('one.csv', four);
    await run({ inputs: [one], link });
    await run({ inputs: [one, file('two.csv', 'given\nAda\n')], link });
    expect(seen).toEqual([
      [4, null],
      [4, 1],
    ]);
    expect(readFileSync(at('pairs.csv'), 'utf8')).toBe('left,right,probability,band\n');
  });

  it('writes the most probable first, then by the records’ names, quoted; only a link is certain', async () => {
    const report = await run({
      inputs: [file('one.csv', four)],
      link: finding(
        { left: 2, right: 3, probability: 0.86, band: 'review' },
        { left: 1, right: 2, probability: 0.99999, band: 'link' },
        { left: 0, right: 3, probability: 0.99999, band: 'review' },
        { left: 0, right: 2, probability: 0.9999, band: 'link' },
        { left: 0, right: 1, probability: 1, band: 'link' },
      ),
    });
    expect(report).toMatchObject({ links: 3, review: 2, out: at('pairs.csv'), inputs: [{ rows: 4, taken: 4 }] });
    expect(parse(readFileSync(at('pairs.csv'), 'utf8'))).toEqual([
      ['left', 'right', 'probability', 'band'],
      ['a', 'b,1', '1.0000', 'link'],
      ['b,1', 'c"2', '1.0000', 'link'],
      ['a', 'c"2', '0.9999', 'link'],
      ['a', 'd', '0.9999', 'review'],
      ['c"2', 'd', '0.8600', 'review'],
    ]);
  });

  it('names the records of each file where two are linked', async () => {
    const link = finding({ left: 1, right: 0, probability: 0.97, band: 'link' });
    await run({ inputs: [file('one.csv', 'given\nAda\nBo\n'), file('two.csv', 'given\nBo\n')], link });
    expect(readFileSync(at('pairs.csv'), 'utf8')).toContain('\none.csv:2,two.csv:1,0.9700,link\n');
  });

  it('reads everything before it tells, and tells before it compares', async () => {
    const order: string[] = [];
    await run({
      inputs: [file('one.csv', four), file('two.csv', 'given\nAda\n')],
      onRead: (reports) => order.push(...reports.map(({ file: name }) => path.basename(name))),
      link: () => {
        order.push('compares');
        return Promise.resolve([]);
      },
    });
    expect(order).toEqual(['one.csv', 'two.csv', 'compares']);
  });

  it('leaves nothing behind, and what was there, where it fails', async () => {
    file('pairs.csv', 'before');
    const failing = { inputs: [file('one.csv', four)], link: () => Promise.reject(new Error('broken')) } as const;
    await expect(run(failing)).rejects.toThrow('broken');
    await expect(run({ ...failing, inputs: [at('none.csv')] })).rejects.toThrow(/cannot be read/);
    expect(readdirSync(dir).sort()).toEqual(['one.csv', 'pairs.csv']);
    expect(readFileSync(at('pairs.csv'), 'utf8')).toBe('before');
  });

  it('writes to where a link leads', async () => {
    symlinkSync(file('kept.csv', 'before'), at('pairs.csv'));
    await run({ inputs: [file('one.csv', four)], link: finding() });
    expect(lstatSync(at('pairs.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('kept.csv'), 'utf8')).toBe('left,right,probability,band\n');
  });

  it('says that the pairs could not be written, and leaves no part of them', async () => {
    const link: LinkPeople = () => {
      mkdirSync(at('pairs.csv'));
      return Promise.resolve([]);
    };
    await expect(run({ inputs: [file('one.csv', four)], link })).rejects.toThrow(/pairs\.csv could not be written/);
    expect(readdirSync(dir).sort()).toEqual(['one.csv', 'pairs.csv']);
  });

  it('refuses, before it reads, an --out that cannot be', async () => {
    const inputs = [file('one.csv', four)] as const;
    const link: LinkPeople = () => Promise.reject(new Error('compared'));
    mkdirSync(at('folder'));
    await expect(run({ inputs: [at('none.csv')], link, out: at('no/pairs.csv') })).rejects.toThrow(
      /There is no folder/,
    );
    await expect(run({ inputs, link, out: at('one.csv/pairs.csv') })).rejects.toThrow(/There is no folder/);
    await expect(run({ inputs, link, out: at('one.csv/no/pairs.csv') })).rejects.toThrow(/There is no folder/);
    await expect(run({ inputs, link, out: at('folder') })).rejects.toThrow(/--out takes a file/);
    await expect(run({ inputs, link, out: at('one.csv') })).rejects.toThrow(/an input too/);
  });
});
