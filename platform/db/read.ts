/** A read as a repository describes it: fixed text, named once, arrays for keys. */
export interface Read<Row = unknown> {
  /** Names the prepared statement; one name, one text. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** What becomes of each row as it leaves the store: see `Columns.parser`. A row it refuses fails this read alone. */
  readonly parse?: (row: unknown) => Row;
}

/** A row as the read of a child brings it back: it says by which id the child was asked for. */
export interface OfChild {
  readonly childId: string;
}
