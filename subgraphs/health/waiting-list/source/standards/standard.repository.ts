import { Columns, type RowOf } from '../../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../../platform/db/write-unit.js';
import { StandardRow } from '../../standard.row.js';
import { keepIntervals } from '../../wait-interval.repository.js';

const row = Columns.of(StandardRow).without('id');

/** A standard, with who set it. */
export type KeptStandard = RowOf<typeof row>;
const changing = row.only('limitDays', 'warningDays', 'holdsUntil', 'source');
const keeping = `${row.insertion} on conflict (service, provider, kind, holds_from) do update set ${changing.renewal} returning 1`;

// Of whom the unit was opened for: see health.subjects.
const measured = `select distinct e.id, e.child_id as "childId" from health.waiting_list_entry e
  join jsonb_to_recordset($1) s(${row.only('service', 'provider', 'holdsFrom').recordset})
    on e.service = s.service and e.provider_ods = coalesce(s.provider, e.provider_ods) and e.received_on >= s."holdsFrom"
  order by e.id`;

/** So many entries are worked out together. */
const together = 1000;

/**
 * How many of these were added or changed; the same again are neither. Waits they may hold for are measured anew, and whoever
 * keeps what follows from a wait hears of it.
 */
export async function keepStandards(writing: Writing, rows: readonly KeptStandard[]): Promise<number> {
  const written = await writing.query(keeping, [row.json(rows)]);
  if (written.length === 0) return 0;
  const entries = await writing.query<{ id: string; childId: string }>(measured, [row.json(rows)]);
  const ids = entries.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += together)
    await keepIntervals(writing, ids.slice(from, from + together));
  await writing.emit(
    'waiting-list-entry-changed',
    entries.map(({ childId }) => childId),
  );
  return written.length;
}
