import { describe, expect, it } from '@jest/globals';
import { csvParser } from './csv.js';
import type { CsvLayout } from './csv-layout.js';
import { trialOf } from './trial.test-support.js';

const columns = [
  { name: 'body', required: true, meaning: '', example: '' },
  { name: 'name', required: true, meaning: '', example: '' },
  { name: 'note', required: false, mayLack: true, meaning: '', example: '' },
] as const;

const theirs: CsvLayout = {
  name: 'ZQ1 weekly',
  headers: { name: 'Patient', note: 'Patient' },
  values: { body: 'ZQ1' },
};
const others: CsvLayout = { name: 'ZQ2 list', headers: { name: 'Patient' }, values: { body: 'ZQ2' } };

async function fieldsOf(layouts: readonly CsvLayout[], text: string) {
  const format = {
    ...{ name: 'test', columns, parse: csvParser({ source: 'test', columns, layouts }) },
    map: ({ fields, lacks }: { fields: object; lacks?: ReadonlySet<string> }) => ({
      taken: {
        place: { file: '', line: 0 },
        person: null,
        facts: [{ ...fields, lacks: [...(lacks ?? [])] }],
        leftOut: [],
      },
    }),
  };
  const { taken } = await trialOf(format, text);
  return taken.flatMap(({ facts }) => facts);
}

describe('a file under its sender’s own headers', () => {
  it('is read by the layout that fits: one of their columns may stand for two, and what it has none for is given', async () => {
    expect(await fieldsOf([theirs], 'Ward,Patient\n7,Robin\n')).toEqual([
      { body: 'ZQ1', name: 'Robin', note: 'Robin', lacks: [] },
    ]);
  });

  it('is read by the format’s own headers where it has them, whatever layouts there are', async () => {
    expect(await fieldsOf([theirs, others], 'name,Patient,body\nA,B,C\n')).toEqual([
      { body: 'C', name: 'A', note: '', lacks: ['note'] },
    ]);
  });

  it('is refused where two layouts fit, by their names, and where none does', async () => {
    const one = { ...theirs, headers: { name: 'Patient' } };
    await expect(fieldsOf([one, others], 'Patient\nRobin\n')).rejects.toThrow(
      /fits more than one layout.*ZQ1 weekly, ZQ2 list/,
    );
    await expect(fieldsOf([theirs, others], 'Client\nRobin\n')).rejects.toThrow(/lacks body, name/);
  });

  it('is refused where a header that stands for a column is there twice', async () => {
    await expect(fieldsOf([others], 'Patient,Patient\nA,B\n')).rejects.toThrow(/has Patient twice/);
  });
});
