import type { Query } from './query.js';
import type { Columns } from './table/columns.js';

const texts = new WeakMap<object, string>();

function textOf<Row extends object>(of: Columns<Row>): string {
  const { key, rest } = of.parted();
  const change = rest ? `do update set ${rest.renewal}` : 'do nothing';
  return `with given as materialized (select * from jsonb_to_recordset($2) x(${of.recordset})),
    gone as (
      delete from ${of.table} held where held.child_id in (select k.held from ctx.keys($1) k) and not exists (
        select from given g where (${key.values('g')}) = (${key.names('held')}))
      returning held.child_id),
    kept as (
      insert into ${of.table} as held (${of.names()}) select ${of.values('given')} from given
      on conflict (${key.names()}) ${change}
      returning held.child_id)
    select child_id as "childId" from gone union select child_id from kept`;
}

/**
 * Makes the rows of these children what is given, each under the id it is given by, and of those of whom none is given
 * nothing. Rows that are there as they are given stay as they are. Of a table with a child_id, and a key that no two of the
 * given rows share. Returns the ids of which anything changed, other ids of the children among them.
 */
export async function replaceRows<Row extends object>(
  query: Query,
  of: Columns<Row>,
  children: readonly string[],
  rows: readonly Readonly<Row>[],
): Promise<string[]> {
  const text = texts.get(of) ?? textOf(of);
  texts.set(of, text);
  const changed = await query<{ childId: string }>(text, [children, of.json(rows)]);
  return changed.map(({ childId }) => childId);
}
