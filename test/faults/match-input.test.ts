import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hub, type Ran } from '../support/cli.js';

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-match-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const at = (name: string): string => path.join(dir, name);

function file(name: string, content: string | Buffer): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** HUB_DATA_DIR cannot be made: the matcher needs no database. */
const match = (...args: string[]): Promise<Ran> => hub(['match', ...args], { HUB_DATA_DIR: '/dev/null/hub' });

const header = 'id,given,family,dateOfBirth,sex,postcode,upn\n';

/** One clear line, nothing on stdout, and no pairs. */
function refused({ status, out, err }: Ran): string {
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(/^hub: [^\n]+\.\n$/);
  return err;
}

describe('hub match link', () => {
  it('links what is one person, outside the database, and says what it left', async () => {
    const one = file(
      'one.csv',
      `${header}1,Adaline,Quillfeather,2014-03-09,F,ZX4 7QD,\n2,,,,,,\n3,Bo,Reed,9.3.2014,M,,\n`,
    );
    const two = file('two.csv', `Name,${header}x,9,Adaline,Quillfeather,2014-03-09,F,ZX4 7QD,\n`);
    const { status, out, err } = await match('link', '--input', one, '--input', two, '--out', at('out.csv'), '--json');
    expect(status).toBe(0);
    const report = JSON.parse(out) as { links: number; review: number };
    expect(report).toMatchObject({
      inputs: [
        { file: one, rows: 3, taken: 2, rejected: { 'row-empty': 1 }, leftOut: { 'date-form': 1 }, ignoredHeaders: [] },
        { file: two, rows: 1, taken: 1, rejected: {}, leftOut: {}, ignoredHeaders: ['Name'] },
      ],
      out: at('out.csv'),
    });
    expect(report.links + report.review).toBe(1);
    expect(err).toBe(`${one}: rejected: row-empty 1\n${one}: left out: date-form 1\n${two}: columns ignored: Name\n`);
    expect(readFileSync(at('out.csv'), 'utf8')).toMatch(
      /^left,right,probability,band\n1,9,(0\.\d{4}|1\.0000),(link|review)\n$/,
    );
  });

  it.each<[string, string | Buffer, string[], RegExp]>([
    ['an empty file', '', [], /is empty/],
    ['a missing mapped column', `${header}1,Ada,Quill,,,,\n`, ['--map', 'town=Town'], /no column "Town"/],
    ['invalid UTF-8', Buffer.from(`${header}1,Zo\xeb,Quill,,,,\n`, 'latin1'), [], /line 2 is not UTF-8/],
    ['rows with every field empty', `${header}1,,,,,,\n2,,,,,,\n`, [], /row-empty 2/],
    ['names of 200 characters', `${header}1,${'A'.repeat(200)},Q,,,,\n`, [], /name-too-long 1/],
  ])('refuses %s in one line', async (_what, content, more, sentence) => {
    const { err, ...ran } = await match('link', '--input', file('bad.csv', content), '--out', at('none.csv'), ...more);
    expect(refused({ err, ...ran })).toMatch(sentence);
    expect(() => readFileSync(at('none.csv'))).toThrow();
  });

  it('refuses a file and a folder that are not there', async () => {
    expect(refused(await match('link', '--input', at('no.csv'), '--out', at('none.csv')))).toContain('no.csv');
    const good = file('good.csv', `${header}1,Ada,Quill,,,,\n`);
    expect(refused(await match('link', '--input', good, '--out', at('no/none.csv')))).toContain('--out');
  });

  it('says that three files are wrong usage', async () => {
    const { status, out } = await match('link', '--input', 'a', '--input', 'b', '--input', 'c', '--out', 'd');
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});

describe('hub match evaluate', () => {
  it('prints the measures, and null where there is nothing to divide by', async () => {
    const pairs = file('pairs.csv', 'left,right,probability,band\na,b,0.9990,link\nc,d,0.9000,review\n');
    const truth = file('truth.csv', 'left,right\nb,a\nc,d\n');
    const { status, out, err } = await match('evaluate', '--pairs', pairs, '--truth', truth, '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ precision: 1, recall: 0.5, review: 1, withReview: { f1: 1 } });
    const none = await match('evaluate', '--pairs', pairs, '--truth', file('no-truth.csv', 'left,right\n'), '--json');
    expect(JSON.parse(none.out)).toMatchObject({ precision: 0, recall: null });
    expect((await match('evaluate', '--pairs', pairs, '--truth', truth)).out).toMatch(/^precision +1\.0000$/m);
  });

  it('refuses files that are not pairs in one line', async () => {
    const empty = file('empty.csv', '');
    expect(refused(await match('evaluate', '--pairs', empty, '--truth', empty))).toContain('is empty');
  });
});
