import { pipeline, Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { InvalidInput } from '../errors/hub-error.js';
import { readText, type TextEncoding } from './text-file.js';

/** One row of a CSV file, the header included: its trimmed cells and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quote that is never closed would otherwise swallow the file. In characters. */
const longestRow = 65_536;

/**
 * The rows of a CSV file, blank lines skipped. A stray quote within a value is taken as it stands; a quote that is
 * never closed throws InvalidInput, since nobody can then say where a row ends.
 */
export async function* readRows(file: string, encoding: TextEncoding): AsyncGenerator<CsvRow> {
  const parser = parse({
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  // The parser is destroyed with the error, which the loop below then throws.
  pipeline(Readable.from(readText(file, encoding)), parser, () => undefined);
  let end = { lines: 0, empty_lines: 0 };
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { line: end.lines + 1 + info.empty_lines - end.empty_lines, cells: record };
      end = info;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InvalidInput(
      `${file} is not a CSV file: a quoted value that begins near line ${String(end.lines + 1)} has no end.`,
      {
        file,
        line: end.lines + 1,
      },
    );
  }
}
