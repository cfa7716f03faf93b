import type { Writing } from '../../../platform/db/write-unit.js';
import { type Searchable, searchKeys } from './search-keys.js';

/**
 * Keeps what children are found by: after what is shown of them was written, and where they live. For children whom the
 * unit was opened to change in tier T1; the same again changes nothing.
 */
export async function keepSearchKeys(writing: Writing, children: readonly Searchable[]): Promise<void> {
  if (children.length === 0) return;
  const rows = children.map((child) => ({ child_id: child.childId, keys: searchKeys(child) }));
  await writing.query(
    `insert into partnership.search_entry as held (child_id, keys, area)
     select x.child_id, x.keys, a.area from jsonb_to_recordset($1) x(child_id uuid, keys bigint[])
     left join access.areas_of('T1', $2) a using (child_id)
     on conflict (child_id) do update set keys = excluded.keys, area = excluded.area
       where (held.keys, held.area) is distinct from (excluded.keys, excluded.area)`,
    [JSON.stringify(rows), rows.map(({ child_id: id }) => id)],
  );
  await writing.query('select partnership.settle_search()');
}
