import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvParser, type CsvFields } from './csv.js';
import type { Column, SourceFormat } from './record.js';
import { trial, trialOf } from './trial.test-support.js';

const columns = [
  { name: 'a', required: true, meaning: 'First', example: '1' },
  { name: 'b', required: false, meaning: 'Second', example: '2' },
] as const satisfies readonly Column[];

type Fields = CsvFields<'a' | 'b'>;

function formatOf(encoding?: 'windows-1252'): SourceFormat<Fields, Fields> {
  return {
    name: 'letters',
    columns,
    parse: csvParser({ source: 'letters', columns, encoding }),
    map: ({ fields, file, line }) => ({
      taken: { place: { file, line }, person: null, facts: [fields], leftOut: [] },
    }),
  };
}
const letters = formatOf();

describe('a CSV file', () => {
  it('is read by column name, in any order, with other columns ignored and values trimmed', async () => {
    const { taken } = await trialOf(letters, 'c,b,a\n9, two ,"one, and"\n');
    expect(taken.map(({ facts }) => facts)).toEqual([[{ a: 'one, and', b: 'two' }]]);
  });

  it('may lack a column only where the format says so, whose values are then blank', async () => {
    const later = [...columns, { name: 'c', required: false, mayLack: true, meaning: 'Third', example: '' }] as const;
    const parse = csvParser({ source: 'letters', columns: later });
    const { taken } = await trialOf({ ...letters, columns: later, parse }, 'a,b\n1,2\n');
    expect(taken.map(({ facts }) => facts)).toEqual([[{ a: '1', b: '2', c: '' }]]);
    await expect(trialOf({ ...letters, columns: later, parse }, 'a,c\n1,2\n')).rejects.toThrow('lacks b.');
  });

  it('names the line each record begins on, past blank lines and values of several lines', async () => {
    const { taken, rejected } = await trialOf(letters, 'a,b\n1,"x\ny"\n\n\n3,4\n5\n"6",7\n');
    expect(taken.map(({ place }) => place.line)).toEqual([2, 6, 8]);
    expect(rejected).toMatchObject([{ line: 7, rule: 'column-count' }]);
  });

  it('may begin with a byte order mark', async () => {
    const { taken } = await trialOf(letters, '\uFEFFa,b\n1,é\n');
    expect(taken[0]?.facts).toEqual([{ a: '1', b: 'é' }]);
  });

  it('loses only the record whose bytes are not text', async () => {
    const bad = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9]), Buffer.from('\n2,\u0000\n3,x\n')]);
    const { taken, rejected } = await trialOf(letters, bad);
    expect(rejected.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'not-text'],
      [3, 'not-text'],
    ]);
    expect(taken).toHaveLength(1);
  });

  it('is read as windows-1252 where that is the format, unless a byte order mark says UTF-8', async () => {
    const western = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9, 0x92, 0x0a])]);
    expect((await trialOf(formatOf('windows-1252'), western)).taken[0]?.facts).toEqual([{ a: '1', b: 'é’' }]);
    expect((await trialOf(formatOf('windows-1252'), '\uFEFFa,b\n1,é’\n')).taken[0]?.facts).toEqual([
      { a: '1', b: 'é’' },
    ]);
  });

  it('keeps a stray quote within a value', async () => {
    const { taken } = await trialOf(letters, 'a,b\n1,5" nails\n2,x\n');
    expect(taken.map(({ facts }) => facts[0]?.b)).toEqual(['5" nails', 'x']);
  });

  it.each([
    ['with the wrong header', 'x,b\n1,2\n', /does not read as letters: its header lacks a\./],
    ['that is empty', '', /is empty\.$/],
    ['that is a byte order mark alone', '\uFEFF', /is empty\.$/],
    ['of blank lines', '\n\n', /is empty\.$/],
    ['cut in a row', 'a,b\n1,2\n3', /has been cut off: its last line, 3, ends before its last column\.$/],
    ['cut in the row of a value of two lines', 'a,b\n1,"x\ny"\n3', /has been cut off: its last line, 4,/],
    ['cut in a letter', Buffer.from('a,b\n1,2\né').subarray(0, -1), /has been cut off: its last line, 3,/],
    ['cut within quotes', 'a,b\n1,2\n3,"4', /has been cut off: a quoted value that begins near line 3/],
    ['with semicolons', 'a;b\n1;2\n', /separates its values by semicolons: save it with commas\.$/],
    ['with quoted semicolons', '"a";"b"\n"1";"2"\n', /separates its values by semicolons/],
    [
      'with text after a closing quote',
      'a,b\n1,"2"x\n',
      /value that begins near line 2 goes on after its closing quote/,
    ],
    ['with tabs', 'a\tb\n1\t2\n', /separates its values by tabs/],
    ['with bars', 'a|b\n1|2\n', /separates its values by vertical bars/],
    ['in UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), /is text in UTF-16: save it as UTF-8\.$/],
    ['in UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), /is text in UTF-16/],
    ['in UTF-16, the other way', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le').swap16(), /is text in UTF-16/],
    ['compressed', gzipSync('a,b\n1,2\n'), /is compressed \(gzip\): unpack it first\.$/],
    [
      'of a workbook',
      Buffer.from('PK\u0003\u0004....[Content_Types].xml'),
      /is an Excel workbook \(xlsx\): save it as CSV/,
    ],
    ['in an archive', Buffer.from('PK\u0003\u0004....letters.csv'), /is compressed \(zip\)/],
    ['of an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /is an Excel workbook \(xls\)/],
    ['that is printed', '%PDF-1.7', /is a PDF/],
    ['of another format', '<?xml version="1.0"?><a/>', /is XML or a web page, not a CSV file/],
    ['with a column twice', 'a,b,a\n1,2,3\n', /does not read as letters: its header has a twice\./],
    ['with a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', /quoted value that begins near line 3 has no end/],
    ['with a runaway quote', `a,b\n1,"${'2\n3,'.repeat(50_000)}`, /quoted value that begins near line 2 has no end/],
  ])('%s is refused in one sentence', async (_, content, sentence) => {
    await expect(trialOf(letters, content)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(sentence),
    });
  });

  it.each([
    ['whose last line has no end', 'a,b\n1,2\n3,4'],
    ['whose last line is blank but for spaces', 'a,b\n1,2\n3,4\n  '],
    ['with one column of tabs in its values', 'a,b\n1,"2\t2"\n3,4\r\n'],
  ])('%s is whole', async (_, content) => {
    expect((await trialOf(letters, content)).taken).toHaveLength(2);
  });

  it('with a row too short loses that row alone, where the line has its end', async () => {
    const { taken, rejected } = await trialOf(letters, 'a,b\n1,2\n3\n');
    expect([taken.length, rejected.map(({ rule }) => rule)]).toEqual([1, ['column-count']]);
  });

  it('cut anywhere is refused, or gives rows that it has, whole but for the last value', async () => {
    const whole = ['a,b', '1,two', '3,"fo\nur"', '5,six', ''].join('\n');
    const rows = (await trialOf(letters, whole)).taken.map(({ facts }) => facts[0]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
        const cut = await trialOf(letters, whole.slice(0, length)).catch((error: unknown) => String(error));
        if (typeof cut === 'string') {
          expect(cut).toMatch(/has been cut off/);
          return;
        }
        const got = cut.taken.map(({ facts }) => facts[0]);
        expect(got.map((row) => row?.a)).toEqual(rows.slice(0, got.length).map((row) => row?.a));
        expect(got.slice(0, -1)).toEqual(rows.slice(0, Math.max(0, got.length - 1)));
        expect(rows[got.length - 1]?.b.startsWith(got.at(-1)?.b ?? '')).not.toBe(false);
      }),
    );
  });

  it('loses a record with a value that is too long, or not all of it to be seen', async () => {
    const { taken, rejected } = await trialOf(
      letters,
      `a,b\n1,${'x'.repeat(100)}\n1,${'x'.repeat(101)}\n1,\u202Ex\n1,x\u2066y\n1,x\u0007\n1,مه\u200Cناز\n`,
    );
    expect(taken).toHaveLength(2);
    expect(rejected.map(({ line, rule, reason }) => [line, rule, reason])).toEqual([
      [3, 'too-long', 'b is longer than 100 characters.'],
      ...[4, 5, 6].map((line) => [
        line,
        'hidden-characters',
        'b has control characters, or ones that turn its direction.',
      ]),
    ]);
  });

  it('that is not there is refused in one sentence', async () => {
    await expect(trial(letters, ['/nowhere/at-all.csv'])).rejects.toThrow('/nowhere/at-all.csv cannot be read');
  });
});
