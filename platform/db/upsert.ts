import type { Query } from './query.js';
import type { Columns } from './table/columns.js';

const texts = new WeakMap<object, string>();

function textOf<Row extends object>(into: Columns<Row>): string {
  const { key, rest } = into.parted();
  const change = rest ? `do update set ${rest.renewal}` : 'do nothing';
  return `insert into ${into.table} as held (${into.names()})
     select distinct on (${key.values('x')}) ${into.values('x')} from jsonb_to_recordset($1) x(${into.recordset})
     order by ${key.values('x')}
     on conflict (${key.names()}) ${change} returning 1`;
}

/**
 * Writes rows that may already be there, in one statement: new ones are added, changed ones changed, equal ones left
 * alone, so that the same file twice writes nothing. Returns how many rows were added or changed.
 */
export async function upsert<Row extends object>(
  query: Query,
  into: Columns<Row>,
  rows: readonly Readonly<Row>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const text = texts.get(into) ?? textOf(into);
  texts.set(into, text);
  const done = await query(text, [into.json(rows)]);
  return done.length;
}
