import type { Writing } from '../../../../platform/db/write-unit.js';
import { conflictAfter } from '../conflict/conflict-after.js';
import { EntryConflictRepository, type LeftConflict } from '../conflict/entry-conflict.repository.js';
import type { Taken } from './take-file.js';

/** What a provider's next file made of entries: null where it says what the last one said. */
type Listed = Omit<LeftConflict, 'after'> & { readonly news: Taken | null };

/** Keeps what of a file was not taken, and ends what it no longer says otherwise. */
export async function keepConflicts(writing: Writing, listed: readonly Listed[]): Promise<void> {
  const open = await EntryConflictRepository.openOf(
    writing,
    listed.map(({ entryId }) => entryId),
  );
  const left = listed.flatMap(({ news, ...of }): LeftConflict[] => {
    const after = news && conflictAfter(open.get(of.entryId) ?? null, news);
    return after ? [{ ...of, after }] : [];
  });
  await EntryConflictRepository.keep(writing, left);
}
