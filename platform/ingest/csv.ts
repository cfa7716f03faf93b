import { InvalidInput } from '../errors/hub-error.js';
import { readRows } from './csv-row.js';
import type { Column, Parsed, Rejection } from './record.js';
import type { TextEncoding } from './text-file.js';

/** A record's values by column; a blank value is the empty string. */
export type CsvFields<Name extends string> = Readonly<Record<Name, string>>;

/** A CSV format: the source it belongs to and the columns its files have. Other columns are ignored. */
export interface CsvFormat<Name extends string> {
  readonly source: string;
  readonly columns: readonly (Column & { readonly name: Name })[];
  /** UTF-8 where not given. */
  readonly encoding?: TextEncoding;
}

/**
 * The records of one CSV file. A row with too few or too many values, or with bytes that are not text, is yielded
 * as a rejection. Throws InvalidInput where the file cannot be read or lacks a column.
 */
export async function* readCsv<Name extends string>(
  file: string,
  format: CsvFormat<Name>,
): AsyncGenerator<Parsed<CsvFields<Name>> | Rejection> {
  let header: readonly string[] | undefined;
  let positions: readonly (readonly [Name, number])[] = [];
  for await (const { line, cells } of readRows(file, format.encoding ?? 'utf-8')) {
    if (header) {
      yield faultOf(cells, header.length, { file, line }) ?? { file, line, fields: pick(cells, positions) };
    } else {
      header = cells;
      positions = positionsIn(header, format, file);
    }
  }
  if (!header) positionsIn([], format, file);
}

/** The column names of a CSV file's first line: none for an empty file. */
export async function readHeader(file: string): Promise<readonly string[]> {
  for await (const { cells } of readRows(file, 'utf-8')) return cells;
  return [];
}

/** A parser of files that all have the one format, read one after the other. */
export function csvParser<Name extends string>(format: CsvFormat<Name>) {
  return async function* parse(files: readonly string[]): AsyncGenerator<Parsed<CsvFields<Name>> | Rejection> {
    for (const file of files) yield* readCsv(file, format);
  };
}

function positionsIn<Name extends string>(
  header: readonly string[],
  format: CsvFormat<Name>,
  file: string,
): [Name, number][] {
  const needed: readonly Column[] = format.columns.filter(({ mayLack }: Column) => mayLack !== true);
  const missing = needed.filter(({ name }) => !header.includes(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new InvalidInput(`${file} does not read as ${format.source}: its header lacks ${missing.join(', ')}.`, {
      file,
      source: format.source,
      missing,
    });
  }
  const twice = format.columns.find(({ name }) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice) {
    throw new InvalidInput(`${file} does not read as ${format.source}: its header has ${twice.name} twice.`, { file });
  }
  return format.columns.map(({ name }) => [name, header.indexOf(name)]);
}

function faultOf(cells: readonly string[], expected: number, place: { file: string; line: number }): Rejection | null {
  if (cells.length !== expected) {
    return { ...place, rule: 'column-count', reason: 'The row has not as many values as the header has columns.' };
  }
  // PostgreSQL's text cannot hold the null character; U+FFFD stands where bytes were not of the encoding.
  if (cells.some((cell) => cell.includes('\u0000') || cell.includes('\uFFFD'))) {
    return { ...place, rule: 'not-text', reason: "The row holds bytes that are not text in the file's encoding." };
  }
  return null;
}

function pick<Name extends string>(
  cells: readonly string[],
  positions: readonly (readonly [Name, number])[],
): CsvFields<Name> {
  const fields: Partial<Record<Name, string>> = {};
  for (const [name, position] of positions) fields[name] = cells[position]?.trim() ?? '';
  return fields as Record<Name, string>;
}
