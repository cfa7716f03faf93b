import { CsvError, Parser } from 'csv-parse';
import { InvalidInput } from '../errors/hub-error.js';
import { refuseQuotedText } from './file-kind.js';
import { oneByOne } from './pieces.js';
import { readText, type TextEncoding } from './text-file.js';

/** One row of a CSV file, the header included: its trimmed cells and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Keeps the rows of what it was given, each with its line, until they are taken. The library can tell the line as well, by a
 * copy of all that it knows for every row, and hands each row through a stream: both took most of the time of a year's registers.
 */
class RowParser extends Parser {
  last: CsvRow | undefined;
  /** How far the last row went: in lines, and how many of them were blank. */
  private passed = { lines: 0, blank: 0 };
  private rows: CsvRow[] = [];

  /** The line that the next row begins on, where none before it is blank. */
  get next(): number {
    return this.passed.lines + 1;
  }

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    const { lines, empty_lines: blank } = this.info;
    this.last = { line: this.next + blank - this.passed.blank, cells: record };
    this.rows.push(this.last);
    this.passed = { lines, blank };
    return true;
  }

  /** The rows that end in a piece of the file, or, where it has none more, with the file. Throws CsvError. */
  async taken(piece: string | null): Promise<readonly CsvRow[]> {
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null): void => {
        if (error) reject(error);
        else resolve();
      };
      if (piece === null) this.end(done);
      else this.write(piece, done);
    });
    return this.rows.splice(0);
  }
}

/** A quote that is never closed would otherwise swallow the file. In characters. */
const longestRow = 65_536;

/**
 * The rows of a CSV file, blank lines skipped. A stray quote within a value is taken as it stands; a quote that is
 * never closed throws InvalidInput, since nobody can then say where a row ends. So does a file that was cut off: its
 * last line has no end and fewer values than its first. (Cut within the last value, it cannot be told from a file
 * whose writer ends no line.)
 */
export async function* readRowPieces(file: string, encoding: TextEncoding): AsyncGenerator<readonly CsvRow[]> {
  const parser = new RowParser({
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  // Whoever writes hears of it by the writing.
  parser.on('error', () => undefined);
  let start = '';
  let end = '';
  let width: number | undefined;
  const rowsOf = async (piece: string | null): Promise<readonly CsvRow[]> => {
    const rows = await parser.taken(piece);
    width ??= rows[0]?.cells.length;
    return rows;
  };
  try {
    for await (const piece of readText(file, encoding)) {
      start ||= piece.slice(0, 1000);
      end = piece.slice(-1) || end;
      yield await rowsOf(piece);
    }
    yield await rowsOf(null);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!parser.last) refuseQuotedText(file, start);
    const how = error.code.includes('CLOSING_QUOTE') ? 'goes on after its closing quote' : 'has no end';
    throw new InvalidInput(
      `${file} is not a CSV file, or has been cut off: a quoted value that begins near line ${parser.next} ${how}.`,
      { file, line: parser.next },
    );
  }
  if (parser.last && end !== '\n' && end !== '\r') refuseCut(file, parser.last, width ?? 0);
}

/** The same rows, one by one. */
export const readRows = (file: string, encoding: TextEncoding): AsyncGenerator<CsvRow> =>
  oneByOne(readRowPieces(file, encoding));

function refuseCut(file: string, { line, cells }: CsvRow, width: number): void {
  if (cells.length >= width || cells.every((cell) => cell === '')) return;
  throw new InvalidInput(`${file} has been cut off: its last line, ${line}, ends before its last column.`, {
    file,
    line,
  });
}
