import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { WaitIntervalRow } from './wait-interval.row.js';
import { type Stood, waitIntervals } from './wait-intervals.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

const interval = Columns.of(WaitIntervalRow);
const { key, rest } = interval.parted();
const whose = Columns.of(WaitingListEntryRow).only(
  ...(['id', 'childId', 'service', 'providerOds', 'receivedOn', 'continuesFrom', 'confidential'] as const),
);
const step = Columns.of(WaitingListChangeRow).only('id', 'to', 'effectiveOn', 'corrects');

/** An entry, and every step of it. */
interface Kept extends Stood, Pick<WaitIntervalRow, 'childId' | 'service' | 'providerOds' | 'confidential'> {
  readonly id: string;
}

const asKept = whose.parser<Kept>({ history: step });

const finding = `select ${whose.select('e')},
    (select ${step.list('c', 'c.id')} from health.waiting_list_change c where c.entry_id = e.id) as history
  from health.waiting_list_entry e where e.id = any ($1)`;

// Days that are as they were stay as they are.
const keeping = `with given as materialized (select * from jsonb_to_recordset($2) x(${interval.recordset})),
  gone as (
    delete from ${interval.table} held where held.entry_id = any ($1) and not exists (
      select from given g where (${key.values('g')}) = (${key.names('held')})))
  insert into ${interval.table} as held (${interval.names()}) select ${interval.values('given')} from given
  on conflict (${key.names()}) do update set ${rest?.renewal ?? ''}`;

/**
 * Makes the days of these entries what their histories come to. Every write that adds or changes an entry, or a step of one,
 * calls it when it is done with them, in the same transaction.
 */
export async function keepIntervals(writing: Writing, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  const entries = (await writing.query(finding, [entryIds])).map(asKept);
  const rows = entries.flatMap(({ id, childId, service, providerOds, receivedOn, confidential, ...stood }) =>
    waitIntervals({ receivedOn, ...stood }).map((days) => ({
      ...{ entryId: id, childId, service, providerOds, receivedOn, confidential },
      ...days,
    })),
  );
  await writing.query(keeping, [entryIds, interval.json(rows)]);
}
