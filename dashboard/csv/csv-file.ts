import { stringify } from 'csv-stringify/sync';
import type { Shown } from '../gateway/shown.js';
import { lateWords, untoldWords } from '../words/answer-words.js';
import { type Cell, type FileColumn, rounded } from './column.js';

/** A table as a file: what it is of, and the columns that its page shows. */
export interface CsvFile<Row> {
  readonly title: string;
  /** Whom the rows are of, and how what they say was counted. */
  readonly basis: string;
  /** Which days they are of. */
  readonly period: string;
  /** How fresh they are. */
  readonly asAt: string;
  /** What was chosen on the page; nothing where it is left out. */
  readonly filter?: string;
  readonly columns: readonly FileColumn<Row>[];
  readonly rows: Shown<readonly Row[]>;
  /** The role that reads, for what it does not see. */
  readonly role: string;
}

/** So many lines come before the names of the columns, in every file: a query skips them by their number. */
export const linesBefore = 7;

const suppressedMeans =
  '“Fewer than 8: not shown” stands where a number is of so few children, or would tell such a number. It is not nought.';

const notKnown = 'Not known';

/** What stands in the file for a cell: never nothing at all, for an empty cell would be read as none. */
function written(cell: Cell, role: string, percent = false): number | string {
  if (typeof cell === 'number' && !Number.isFinite(cell)) return notKnown;
  if (typeof cell === 'number') return percent ? rounded(cell) : cell;
  if (typeof cell === 'string') return cell.trim() === '' ? notKnown : cell;
  switch (cell.kind) {
    case 'held':
      return written(cell.value, role, percent);
    case 'late':
      return `${String(written(cell.value, role, percent))} (late: ${lateWords(cell)})`;
    case 'none':
    case 'refused':
    case 'suppressed':
    case 'unavailable':
      return untoldWords(cell, role);
  }
}

function linesOf<Row>({ rows, columns, role }: CsvFile<Row>): (number | string)[][] {
  if (rows.kind !== 'held' && rows.kind !== 'late') return [[untoldWords(rows, role)]];
  return rows.value.map((row) => columns.map(({ text, percent }) => written(text(row), role, percent)));
}

const titleOf = <Row>({ title, percent }: FileColumn<Row>): string => (percent ? `${title}, %` : title);

/**
 * The text of a file, with a mark by which Excel knows UTF-8. Every line has as many cells as there are columns, so that
 * nothing that reads it takes the lines at its head for its width; a cell that a spreadsheet would take for a formula begins
 * with an apostrophe.
 */
export function csvText<Row>(file: CsvFile<Row>): string {
  const { title, basis, period, asAt, filter = 'None', columns, rows } = file;
  const fresh = rows.kind === 'late' ? `${asAt}. Late: ${lateWords(rows)}` : asAt;
  const width = Math.max(2, columns.length);
  const lines = [
    [title],
    ['Basis', basis],
    ['Period', period],
    ['As at', fresh],
    ['Filter', filter],
    ['Suppressed', suppressedMeans],
    [],
    columns.map(titleOf),
    ...linesOf(file),
  ];
  return stringify(
    lines.map((line) => [...line, ...new Array<string>(width - line.length).fill('')]),
    // A line of a text that ends otherwise than the file’s own would end a line of the file.
    { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}
