import type { Writing } from '../../../../platform/db/write-unit.js';
import type { UntakenWords } from '../file-said.js';
import { concernsNotBrought } from '../not-brought.js';
import { referralOf } from '../referral.js';
import { addHistory, type FileChange } from '../source/file-history.repository.js';
import { stepOf } from '../source/file-step.js';
import { redirectOf } from '../source/redirect.js';
import { sendOn } from '../source/send-on.repository.js';
import { keepIntervals } from '../wait-interval.repository.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

/**
 * Makes an entry what its provider's file said of it. A status is a step of its own: later than what was changed by hand, so
 * that what it contradicts counts for nothing any more, and stays as it was written. A child whom it sends on waits there.
 */
export async function takeFilesWord(
  writing: Writing,
  row: WaitingListEntryRow,
  { step, reason, ...said }: UntakenWords,
  by: string,
): Promise<void> {
  const { service = row.service, status = row.status, statusOn = row.statusOn, receivedOn = row.receivedOn } = said;
  const { id: entryId, childId, providerOds, entryRef, cameOn } = row;
  const changed = { version: row.version + 1, changedBy: by, changedAt: () => 'ctx.now()' };
  await writing.update(WaitingListEntryRow, { id: entryId }, { ...said, ...changed });
  const made =
    said.status === undefined
      ? null
      : stepOf({ entryId, childId, from: row.status }, { status, statusOn, step, reason: reason ?? null });
  const onward = redirectOf({ providerOds, entry: { service, status }, change: made });
  if (made) {
    await addHistory(writing, [withPlace(made, onward[0])], by);
    if (concernsNotBrought(made, row.statusOn)) await writing.emit('child-not-brought', [childId]);
  }
  // Of a referral that is kept to its provider nobody else is told.
  if ((said.confidential ?? row.confidential) !== row.confidential) await writing.emit('child-not-brought', [childId]);
  await keepIntervals(writing, [entryId]);
  await writing.relate('T3', [referralOf({ childId, providerOds, entryRef, status, statusOn, receivedOn, cameOn })]);
  await writing.emit('waiting-list-entry-changed', [childId]);
  await sendOn(writing, onward, by);
}

/** Where the child is sent is said in full: by it the database knows who may add the entry there (health.sent_on). */
const withPlace = (made: FileChange, to: ReturnType<typeof redirectOf>[number] | undefined): FileChange =>
  to ? { ...made, redirectTo: to.service, redirectProvider: to.providerOds } : made;
