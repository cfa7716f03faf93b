import { describe, expect, it } from '@jest/globals';
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
    ['that is empty', '', /does not read as letters: its header lacks a, b\./],
    ['with a column twice', 'a,b,a\n1,2,3\n', /does not read as letters: its header has a twice\./],
    ['with a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', /quoted value that begins near line 3 has no end/],
    ['with a runaway quote', `a,b\n1,"${'2\n3,'.repeat(50_000)}`, /quoted value that begins near line 2 has no end/],
  ])('%s is refused in one sentence', async (_, content, sentence) => {
    await expect(trialOf(letters, content)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(sentence),
    });
  });

  it('that is not there is refused in one sentence', async () => {
    await expect(trial(letters, ['/nowhere/at-all.csv'])).rejects.toThrow('/nowhere/at-all.csv cannot be read');
  });
});
