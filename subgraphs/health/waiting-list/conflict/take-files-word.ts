import type { Writing } from '../../../../platform/db/write-unit.js';
import type { UntakenWords } from '../file-said.js';
import { concernsNotBrought } from '../not-brought.js';
import { referralOf } from '../referral.js';
import { addHistory } from '../source/file-history.repository.js';
import { stepOf } from '../source/file-step.js';
import { keepIntervals } from '../wait-interval.repository.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

/**
 * Makes an entry what its provider's file said of it. A status is a step of its own: later than what was changed by hand, so
 * that what it contradicts counts for nothing any more, and stays as it was written.
 */
export async function takeFilesWord(
  writing: Writing,
  row: WaitingListEntryRow,
  { step, reason, ...said }: UntakenWords,
  by: string,
): Promise<void> {
  const { status = row.status, statusOn = row.statusOn, receivedOn = row.receivedOn } = said;
  const changed = { version: row.version + 1, changedBy: by, changedAt: () => 'ctx.now()' };
  await writing.update(WaitingListEntryRow, { id: row.id }, { ...said, ...changed });
  if (said.status !== undefined) {
    const of = { entryId: row.id, childId: row.childId, from: row.status };
    const made = stepOf(of, { status, statusOn, step, reason: reason ?? null });
    await addHistory(writing, [made], by);
    if (concernsNotBrought(made, row.statusOn)) await writing.emit('child-not-brought', [row.childId]);
  }
  // Of a referral that is kept to its provider nobody else is told.
  if ((said.confidential ?? row.confidential) !== row.confidential)
    await writing.emit('child-not-brought', [row.childId]);
  const { childId, providerOds, entryRef, cameOn } = row;
  await keepIntervals(writing, [row.id]);
  await writing.relate('T3', [referralOf({ childId, providerOds, entryRef, status, statusOn, receivedOn, cameOn })]);
  await writing.emit('waiting-list-entry-changed', [childId]);
}
