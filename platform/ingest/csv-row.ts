import { pipeline, Readable } from 'node:stream';
import { CsvError, Parser } from 'csv-parse';
import { InvalidInput } from '../errors/hub-error.js';
import { refuseQuotedText } from './file-kind.js';
import { readText, type TextEncoding } from './text-file.js';

/** One row of a CSV file, the header included: its trimmed cells and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How many lines were read, the one being read included, and how many of them were blank. */
interface Counted {
  readonly lines: number;
  readonly empty_lines: number;
}

/**
 * A row with how far its end is. The library can tell so as well, by a copy of all that it knows for every row: half the
 * time of a year's registers.
 */
class CountingParser extends Parser {
  override push(record: unknown): boolean {
    if (record === null) return super.push(null);
    const { lines, empty_lines } = this.info;
    return super.push({ record, info: { lines, empty_lines } });
  }
}

/** A quote that is never closed would otherwise swallow the file. In characters. */
const longestRow = 65_536;

/** Text passed on piece by piece, remembering how it began and ended. */
class Passing {
  start = '';
  private last = '';

  constructor(private readonly pieces: AsyncIterable<string>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for await (const piece of this.pieces) {
      this.start ||= piece.slice(0, 1000);
      if (piece !== '') this.last = piece.slice(-1);
      yield piece;
    }
  }

  get endsInALine(): boolean {
    return this.last === '\n' || this.last === '\r';
  }
}

/**
 * The rows of a CSV file, blank lines skipped. A stray quote within a value is taken as it stands; a quote that is
 * never closed throws InvalidInput, since nobody can then say where a row ends. So does a file that was cut off: its
 * last line has no end and fewer values than its first. (Cut within the last value, it cannot be told from a file
 * whose writer ends no line.)
 */
export async function* readRows(file: string, encoding: TextEncoding): AsyncGenerator<CsvRow> {
  const parser = new CountingParser({
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  const text = new Passing(readText(file, encoding));
  // The parser is destroyed with the error, which the loop below then throws.
  pipeline(Readable.from(text), parser, () => undefined);
  let end = { lines: 0, empty_lines: 0 };
  let width: number | undefined;
  let last: CsvRow | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Counted }>) {
      last = { line: end.lines + 1 + info.empty_lines - end.empty_lines, cells: record };
      width ??= record.length;
      yield last;
      end = info;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!last) refuseQuotedText(file, text.start);
    const line = end.lines + 1;
    const how = error.code.includes('CLOSING_QUOTE') ? 'goes on after its closing quote' : 'has no end';
    throw new InvalidInput(
      `${file} is not a CSV file, or has been cut off: a quoted value that begins near line ${line} ${how}.`,
      { file, line },
    );
  }
  if (last && !text.endsInALine) refuseCut(file, last, width ?? 0);
}

function refuseCut(file: string, { line, cells }: CsvRow, width: number): void {
  if (cells.length >= width || cells.every((cell) => cell === '')) return;
  throw new InvalidInput(`${file} has been cut off: its last line, ${line}, ends before its last column.`, {
    file,
    line,
  });
}
