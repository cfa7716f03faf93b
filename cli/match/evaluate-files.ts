import { InvalidInput } from '../../platform/errors/hub-error.js';
import { type CsvFormat, readCsv } from '../../platform/ingest/csv.js';
import type { Parsed } from '../../platform/ingest/record.js';
import { type Score, scorePairs, sidesMatter, type WrittenPair } from './score-pairs.js';

const left = { name: 'left', required: true, meaning: 'id of one record', example: 'education.csv:1' } as const;
const right = { name: 'right', required: true, meaning: 'id of the other', example: 'csc.csv:1' } as const;

const truthFormat: CsvFormat<'left' | 'right'> = { source: 'true pairs', columns: [left, right] };

const pairsFormat: CsvFormat<'left' | 'right' | 'band'> = {
  source: 'pairs that hub match link wrote',
  columns: [left, right, { name: 'band', required: true, meaning: 'link or review', example: 'link' }],
};

/** Every row or none: a measure of part of a file is wrong. */
async function rowsOf<Name extends string>(file: string, format: CsvFormat<Name>) {
  const rows: Parsed<Readonly<Record<Name, string>>>[] = [];
  for await (const row of readCsv(file, format)) {
    if ('rule' in row) throw new InvalidInput(`${file} line ${row.line}: ${row.reason}`, { file, line: row.line });
    rows.push(row);
  }
  return rows;
}

const bandOf = (text: string): WrittenPair['band'] | null => (text === 'link' || text === 'review' ? text : null);

async function readPairs(file: string): Promise<WrittenPair[]> {
  const rows = await rowsOf(file, pairsFormat);
  return rows.map(({ fields, line }) => {
    const band = bandOf(fields.band);
    if (!band || !fields.left || !fields.right)
      throw new InvalidInput(`${file} line ${line}: a pair has two ids and the band link or review.`, { file, line });
    return { left: fields.left, right: fields.right, band };
  });
}

/** Measures a file of pairs against a file of true pairs (`left,right`). Throws InvalidInput where either cannot be used. */
export async function evaluateFiles(pairsFile: string, truthFile: string): Promise<Score> {
  const pairs = await readPairs(pairsFile);
  const truth = await rowsOf(truthFile, truthFormat);
  const sided = sidesMatter(pairs);
  for (const { fields, line } of truth) {
    if (!fields.left || !fields.right)
      throw new InvalidInput(`${truthFile} line ${line}: a true pair has two ids.`, { file: truthFile, line });
    if (fields.left === fields.right && !sided)
      throw new InvalidInput(`${truthFile} line ${line}: a record makes no pair with itself.`, {
        file: truthFile,
        line,
      });
  }
  return scorePairs(
    pairs,
    truth.map(({ fields }) => fields),
  );
}
