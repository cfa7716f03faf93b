import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { SearchEntryRow } from './search-entry.row.js';
import { type Searchable, searchKeys } from './search-keys.js';

const found = Columns.of(SearchEntryRow).without('area');

/**
 * Keeps what children are found by: after what is shown of them was written, and where they live. For children whom the
 * unit was opened to change in tier T1; the same again changes nothing.
 */
export async function keepSearchKeys(writing: Writing, children: readonly Searchable[]): Promise<void> {
  if (children.length === 0) return;
  const rows = children.map((child) => ({ childId: child.childId, keys: searchKeys(child) }));
  await writing.query(
    `insert into partnership.search_entry as held (${found.names()}, area)
     select ${found.values('x')}, a.area from jsonb_to_recordset($1) x(${found.recordset})
     left join access.areas_of('T1', $2) a on a.child_id = x."childId"
     on conflict (child_id) do update set keys = excluded.keys, area = excluded.area
       where (held.keys, held.area) is distinct from (excluded.keys, excluded.area)`,
    [found.json(rows), rows.map(({ childId }) => childId)],
  );
  await writing.query('select partnership.settle_search()');
}
