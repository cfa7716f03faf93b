import { InvalidInput } from '../errors/hub-error.js';
import type { Column } from './record.js';

/** How one sender's own files say what a format's columns say. */
export interface CsvLayout {
  /** Whose it is and what it is called, for whoever sends a file that two of them fit. */
  readonly name: string;
  /** By a column's name, the header that stands for it in their files. */
  readonly headers: Readonly<Record<string, string>>;
  /** By a column's name, what every row of their files says of it, where they have no column for it. */
  readonly values: Readonly<Record<string, string>>;
}

/** The format's own header: each column under its own name. */
export const ownLayout: CsvLayout = { name: '', headers: {}, values: {} };

/** What stands for a column in the files of a layout. */
export const headerOf = ({ headers }: CsvLayout, column: string): string => headers[column] ?? column;

/** The columns that a header lacks, of those that no file may lack. */
export function missingIn(header: readonly string[], columns: readonly Column[], layout: CsvLayout): string[] {
  return columns
    .filter(({ name, mayLack }) => mayLack !== true && layout.values[name] === undefined)
    .filter(({ name }) => !header.includes(headerOf(layout, name)))
    .map(({ name }) => name);
}

/**
 * The layout by which a file is read: the format's own where its header has all it needs, else the one that fits it, with
 * every header it names. Null where none does. Throws InvalidInput where more than one fits: a guess could put one sender's
 * people on another's list.
 */
export function layoutFor(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
  layouts: readonly CsvLayout[],
): CsvLayout | null {
  if (missingIn(header, columns, ownLayout).length === 0) return ownLayout;
  const fitting = layouts.filter(
    (layout) =>
      Object.values(layout.headers).every((named) => header.includes(named)) &&
      missingIn(header, columns, layout).length === 0,
  );
  if (fitting.length > 1) {
    const names = fitting.map(({ name }) => name).join(', ');
    throw new InvalidInput(`${file} fits more than one layout, and nobody can say which is meant: ${names}.`, { file });
  }
  return fitting[0] ?? null;
}
