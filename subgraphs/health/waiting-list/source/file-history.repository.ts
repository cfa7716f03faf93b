import { Columns } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { WaitingListChangeRow } from '../waiting-list-change.row.js';

/** One step to be added to an entry's history. */
export type FileChange = Omit<WaitingListChangeRow, 'id' | 'recordedAt' | 'by' | 'xid'>;

/** A step of an entry's history, as it was written. */
export type HeldStep = Omit<WaitingListChangeRow, 'recordedAt' | 'by' | 'xid'>;

const change = Columns.of(WaitingListChangeRow).without('id', 'recordedAt', 'xid');
const step = Columns.of(WaitingListChangeRow).without('recordedAt', 'by', 'xid');
const asStep = step.parser<HeldStep>();

/** Adds steps to the entries' histories; `by` is a person, or `file`. */
export async function addHistory(writing: Writing, changes: readonly FileChange[], by: string): Promise<void> {
  await writing.query(change.insertion, [change.json(changes.map((one) => ({ ...one, by })))]);
}

/** Every step of these entries, as it was written. */
export async function stepsOf(writing: Writing, entryIds: readonly string[]): Promise<HeldStep[]> {
  const found = await writing.query(
    `select ${step.select('c')} from health.waiting_list_change c where c.entry_id = any ($1) order by c.id`,
    [entryIds],
  );
  return found.map(asStep);
}
