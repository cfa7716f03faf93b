import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { NewEntry } from './new-entry.js';
import { referralOf } from './referral.js';
import { statusAlone } from './stored-entry.js';
import { keepIntervals } from './wait-interval.repository.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

const entry = Columns.of(WaitingListEntryRow).without('changedAt');
const change = Columns.of(WaitingListChangeRow).without('id', 'recordedAt', 'xid');

/** Adds entries that are made here, each on the day it came to its provider, with what follows from that. */
export async function addMadeHere(writing: Writing, made: readonly NewEntry[], by: string): Promise<void> {
  if (made.length === 0) return;
  await writing.query(entry.insertion, [entry.json(made)]);
  const firsts = made.map(({ id: entryId, childId, status: to, statusOn: effectiveOn }) => ({
    ...{ ...statusAlone, entryId, childId, from: null, to, effectiveOn, by, reason: null },
  }));
  await writing.query(change.insertion, [change.json(firsts)]);
  await keepIntervals(
    writing,
    made.map(({ id }) => id),
  );
  await writing.relate('T3', made.map(referralOf));
  await writing.emit(
    'waiting-list-entry-changed',
    made.map(({ childId }) => childId),
  );
}
