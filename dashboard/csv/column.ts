import type { Child } from 'hono/jsx';
import type { Shown } from '../gateway/shown.js';

/** What stands in a cell: words, a number, or which of the six answers there is in place of one. */
export type Cell = Shown<number | string> | number | string;

interface Titled {
  readonly title: string;
  readonly numeric?: boolean;
  /** Whether it is never broken over lines, as a day is not. */
  readonly whole?: boolean;
  /** Whether it needs no label where a row is a block: it says itself what it is. */
  readonly bare?: boolean;
}

/** A column that stands on a page alone. */
export interface PageColumn<Row> extends Titled {
  readonly of: (row: Row) => Child;
}

/** A column of a table that can be had as a file too. */
export interface FileColumn<Row> extends Titled {
  /** What stands in the file; and on the page, unless `of` says the same with more than words: a link, a list, a picture. */
  readonly text: (row: Row) => Cell;
  readonly of?: (row: Row) => Child;
  /** Whether its numbers are of a hundred: `85.4%` on the page, 85.4 in the file under a title that says so. */
  readonly percent?: boolean;
}

export type Column<Row> = FileColumn<Row> | PageColumn<Row>;

/** A number as it is shown: to one place behind the point, on the page and in the file alike. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
