import { InvalidInput } from '../errors/hub-error.js';
import { type CsvLayout, headerOf, layoutFor, missingIn, ownLayout } from './csv-layout.js';
import { type CsvRow, readRowPieces, readRows } from './csv-row.js';
import { emptyFile, refuseOtherText } from './file-kind.js';
import { oneByOne } from './pieces.js';
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
  /** Under which other headers its senders' files come. */
  readonly layouts?: readonly CsvLayout[];
}

/** Where a column stands in a file; at -1 where it has none, and `always` where every row says the same of it. */
interface Position<Name> {
  readonly name: Name;
  readonly at: number;
  readonly always: string;
}

/** What the header of one file says of its rows. */
class Table<Name extends string> {
  private readonly positions: readonly Position<Name>[];
  private readonly columnsAt: readonly (readonly [Column, number])[];
  private readonly lacks: ReadonlySet<string>;
  private good: readonly string[] = [];

  constructor(
    private readonly file: string,
    private readonly header: readonly string[],
    format: CsvFormat<Name>,
  ) {
    this.positions = positionsIn(header, format, file);
    this.lacks = new Set(this.positions.filter(({ at, always }) => at < 0 && always === '').map(({ name }) => name));
    this.columnsAt = format.columns.map((column, at) => [column, this.positions[at]?.at ?? -1]);
  }

  read({ line, cells }: CsvRow): Parsed<CsvFields<Name>> | Rejection {
    const { file, header, columnsAt, positions, lacks } = this;
    const place = { file, line };
    const rejected = rejectionOf(cells, header.length, place) ?? textRejection(cells, columnsAt, place, this.good);
    if (rejected) return rejected;
    this.good = cells;
    return { ...place, fields: pick(cells, positions), lacks };
  }
}

/**
 * The records of one CSV file. A row with too few or too many values, with bytes that are not text, or with a value too
 * long or not all to be seen, is yielded as rejections. Throws InvalidInput where the file cannot be read, is another
 * kind of file, has been cut off or lacks a column.
 */
export const readCsv = <Name extends string>(file: string, format: CsvFormat<Name>) =>
  oneByOne(readCsvPieces(file, format));

async function* readCsvPieces<Name extends string>(
  file: string,
  format: CsvFormat<Name>,
): AsyncGenerator<readonly (Parsed<CsvFields<Name>> | Rejection)[]> {
  let table: Table<Name> | undefined;
  for await (const rows of readRowPieces(file, format.encoding ?? 'utf-8')) {
    const [first] = rows;
    if (!first) continue;
    const records = table ? rows : rows.slice(1);
    const known = (table ??= new Table(file, first.cells, format));
    yield records.map((row) => known.read(row));
  }
  if (!table) throw emptyFile(file);
}

/** The column names of a CSV file's first line. Throws InvalidInput for a file that is empty, or no CSV. */
export async function readHeader(file: string): Promise<readonly string[]> {
  for await (const { cells } of readRows(file, 'utf-8')) return cells;
  throw emptyFile(file);
}

/** A parser of files that all have the one format, read one after the other. */
export function csvParser<Name extends string>(format: CsvFormat<Name>) {
  return async function* parse(
    files: readonly string[],
  ): AsyncGenerator<readonly (Parsed<CsvFields<Name>> | Rejection)[]> {
    for (const file of files) for await (const piece of readCsvPieces(file, format)) yield piece;
  };
}

function positionsIn<Name extends string>(
  header: readonly string[],
  { source, columns, layouts = [] }: CsvFormat<Name>,
  file: string,
): Position<Name>[] {
  const layout = layoutFor(file, header, columns, layouts);
  if (layout === null) {
    refuseOtherText(
      file,
      header,
      columns.map(({ name }) => name),
    );
    const missing = missingIn(header, columns, ownLayout);
    throw new InvalidInput(`${file} does not read as ${source}: its header lacks ${missing.join(', ')}.`, {
      ...{ file, source, missing },
    });
  }
  const headers = columns.map(({ name }) => headerOf(layout, name));
  const twice = headers.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice !== undefined)
    throw new InvalidInput(`${file} does not read as ${source}: its header has ${twice} twice.`, { file });
  return columns.map(({ name }, at) => ({
    name,
    at: layout.values[name] === undefined ? header.indexOf(headers[at] ?? '') : -1,
    always: layout.values[name] ?? '',
  }));
}

// PostgreSQL's text cannot hold the null character; U+FFFD stands where bytes were not of the encoding.
const notText = /[\u0000\uFFFD]/;

function rejectionOf(cells: readonly string[], expected: number, place: Place): Rejection | null {
  const because = (rule: string, reason: string): Rejection => ({ ...place, rule, reason, whole: true });
  if (cells.length !== expected)
    return because('column-count', 'The row has not as many values as the header has columns.');
  if (cells.some((cell) => notText.test(cell)))
    return because('not-text', "The row holds bytes that are not text in the file's encoding.");
  return null;
}

function textRejection(
  cells: readonly string[],
  columns: readonly (readonly [Column, number])[],
  place: Place,
  good: readonly string[],
): Rejection | null {
  for (const [column, at] of columns) {
    // A row mostly says what the row before said.
    if (cells[at] === good[at]) continue;
    const fault = textFault(column, cells[at] ?? '');
    if (fault) return { ...place, ...fault, whole: true };
  }
  return null;
}

function pick<Name extends string>(cells: readonly string[], positions: readonly Position<Name>[]): CsvFields<Name> {
  const fields: Partial<Record<Name, string>> = {};
  for (const { name, at, always } of positions) fields[name] = cells[at]?.trim() ?? always;
  return fields as Record<Name, string>;
}
