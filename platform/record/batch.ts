import DataLoader from 'dataloader';

/** Loads one key's value, batched with every other asked for in the same turn, and remembered for the request. */
export interface Batch<Value> {
  load(key: string): Promise<Value>;
}

/**
 * The only way to a DataLoader. The fetch answers by key, never by position: a row that is missing, doubled or out of
 * order can then never become another child's. A key without an answer gets `absent`.
 */
export function batch<Value>(
  fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  absent: () => Value,
): Batch<Value> {
  const loader = new DataLoader<string, Value>(async (keys) => {
    const found = await fetch(keys);
    return keys.map((key) => (found.has(key) ? (found.get(key) as Value) : absent()));
  });
  return { load: (key) => loader.load(key) };
}

/** Groups rows by a key of theirs, keeping their order. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
