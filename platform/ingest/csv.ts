import { InvalidInput } from '../errors/hub-error.js';
import { readRows } from './csv-row.js';
import { emptyFile, refuseOtherText } from './file-kind.js';
import type { Column, Parsed, Place, Rejection } from './record.js';
import { textFault } from './text-bounds.js';
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
 * The records of one CSV file. A row with too few or too many values, with bytes that are not text, or with a value too
 * long or not all to be seen, is yielded as rejections. Throws InvalidInput where the file cannot be read, is another
 * kind of file, has been cut off or lacks a column.
 */
export async function* readCsv<Name extends string>(
  file: string,
  format: CsvFormat<Name>,
): AsyncGenerator<Parsed<CsvFields<Name>> | Rejection> {
  let header: readonly string[] | undefined;
  let positions: readonly (readonly [Name, number])[] = [];
  let columnsAt: readonly (readonly [Column, number])[] = [];
  let lacks: ReadonlySet<string> = new Set();
  for await (const { line, cells } of readRows(file, format.encoding ?? 'utf-8')) {
    if (header) {
      const place = { file, line };
      const rejected = rejectionOf(cells, header.length, place) ?? textRejection(cells, columnsAt, place);
      yield rejected ?? { ...place, fields: pick(cells, positions), lacks };
    } else {
      header = cells;
      positions = positionsIn(header, format, file);
      lacks = new Set(positions.filter(([, at]) => at < 0).map(([name]) => name));
      columnsAt = format.columns.map((column, at) => [column, positions[at]?.[1] ?? -1]);
    }
  }
  if (!header) throw emptyFile(file);
}

/** The column names of a CSV file's first line. Throws InvalidInput for a file that is empty, or no CSV. */
export async function readHeader(file: string): Promise<readonly string[]> {
  for await (const { cells } of readRows(file, 'utf-8')) return cells;
  throw emptyFile(file);
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
    refuseOtherText(
      file,
      header,
      format.columns.map(({ name }) => name),
    );
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

function rejectionOf(cells: readonly string[], expected: number, place: Place): Rejection | null {
  const because = (rule: string, reason: string): Rejection => ({ ...place, rule, reason, whole: true });
  if (cells.length !== expected)
    return because('column-count', 'The row has not as many values as the header has columns.');
  // PostgreSQL's text cannot hold the null character; U+FFFD stands where bytes were not of the encoding.
  if (cells.some((cell) => cell.includes('\u0000') || cell.includes('\uFFFD')))
    return because('not-text', "The row holds bytes that are not text in the file's encoding.");
  return null;
}

function textRejection(
  cells: readonly string[],
  columns: readonly (readonly [Column, number])[],
  place: Place,
): Rejection | null {
  for (const [column, at] of columns) {
    const fault = textFault(column, cells[at] ?? '');
    if (fault) return { ...place, ...fault, whole: true };
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
