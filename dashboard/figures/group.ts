import type { Cell, FileColumn } from '../csv/column.js';
import { words } from '../words/codes.js';

interface Comparator {
  readonly percent: number | null;
  readonly of: string;
  readonly year: string | null;
  readonly basis: string;
  readonly source: string | null;
}

interface Group {
  readonly suppressed: boolean;
}

interface Keyed {
  readonly key: readonly string[];
}

/** A figure that is told, or why it is not: hidden, or nobody told it. */
export const told = (value: number | null, { suppressed }: Group): Cell => {
  if (value !== null) return value;
  return suppressed ? { kind: 'suppressed' } : 'Not told';
};

/** A column of figures of groups. */
export const toldBy = <Row extends Group>(title: string, of: (row: Row) => number | null): FileColumn<Row> => ({
  title,
  numeric: true,
  text: (row) => told(of(row), row),
});

/** What each group is of: a column for each thing it was divided by. */
export const keys = <Row extends Keyed>(by: readonly string[]): FileColumn<Row>[] =>
  by.map((dimension, at) => ({
    title: words(dimension),
    text: ({ key }) => {
      // A group of what is not told has no key.
      const value = key[at];
      return value === undefined ? 'Not told' : value === '' ? 'None' : value;
    },
  }));

/** A comparator’s figure, and what it is of: one is not to be read without the other. */
export const compared = <Row>(title: string, of: (row: Row) => Comparator | null): FileColumn<Row>[] => [
  { title, numeric: true, text: (row) => of(row)?.percent ?? 'Not told' },
  {
    title: `${title}: what it is`,
    text: (row) => {
      const comparator = of(row);
      if (comparator === null) return 'None';
      return [comparator.of, comparator.year, comparator.basis, comparator.source]
        .filter((part) => part !== null)
        .join('; ');
    },
  },
];
