import type { Query } from './query.js';

/** A table as bulk writes see it: its columns with their PostgreSQL types, and what makes two rows the same fact. */
export interface BulkTable {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  /** How a column takes a new value, where it is not simply replaced; `excluded` is the new row, `held` the old. */
  readonly merge?: Readonly<Record<string, string>>;
}

/**
 * Writes rows that may already be there, in one statement: new ones are added, changed ones changed, equal ones left
 * alone, so that the same file twice writes nothing. Returns how many rows were added or changed.
 */
export async function upsert(
  query: Query,
  into: BulkTable,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = Object.keys(into.columns);
  const shape = names.map((name) => `"${name}" ${into.columns[name] ?? ''}`).join(', ');
  const list = names.map((name) => `"${name}"`).join(', ');
  const open = names.filter((name) => !into.key.includes(name));
  const taken = open.map((name) => into.merge?.[name] ?? `excluded."${name}"`);
  const key = into.key.map((name) => `"${name}"`).join(', ');
  const change =
    open.length === 0
      ? 'do nothing'
      : `do update set ${open.map((name, at) => `"${name}" = ${taken[at] ?? ''}`).join(', ')}
         where (${open.map((name) => `held."${name}"`).join(', ')}) is distinct from (${taken.join(', ')})`;
  const done = await query(
    `insert into ${into.table} as held (${list})
     select distinct on (${key}) ${list} from jsonb_to_recordset($1) x(${shape}) order by ${key}
     on conflict (${key}) ${change} returning 1`,
    [JSON.stringify(rows)],
  );
  return done.length;
}
