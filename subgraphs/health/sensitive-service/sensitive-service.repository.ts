import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { SensitiveServiceRow } from './sensitive-service.row.js';

const row = Columns.of(SensitiveServiceRow).without('id');

/** A service that is not named outside health. */
export type SensitiveService = RowOf<typeof row>;
const changing = row.only('until', 'source');
const keeping = `${row.insertion} on conflict (service, provider_ods, held_from) do update set ${changing.renewal} returning 1`;

// Of whom the unit was opened for: see health.subjects.
const whoWaits = `select distinct e.child_id as "childId" from health.waiting_list_entry e
  join jsonb_to_recordset($1) g(${row.only('service', 'providerOds').recordset})
    on e.service = g.service and e.provider_ods = coalesce(g."providerOds", e.provider_ods)`;

/** Services that are not named outside health. */
export const sensitiveServices = {
  /** How many of these were added or changed; the same again are neither. */
  async keep(writing: Writing, rows: readonly SensitiveService[]): Promise<number> {
    return (await writing.query(keeping, [row.json(rows)])).length;
  },

  /** The children whom anything is held of that these are about. */
  async whoWaits(writing: Writing, rows: readonly SensitiveService[]): Promise<string[]> {
    const found = await writing.query<{ childId: string }>(whoWaits, [row.json(rows)]);
    return found.map(({ childId }) => childId);
  },
};
