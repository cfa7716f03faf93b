import type { FileEntry, FileSaid, UntakenWords } from '../file-said.js';
import { ConflictSide } from './conflict-side.js';

/** What a file leaves of an entry's conflict: what is open now, or whose word ended it. */
export type ConflictAfter = { readonly open: UntakenWords } | { readonly taken: ConflictSide };

/** What a provider's next file made of an entry. */
interface NextFile {
  readonly entry: FileEntry;
  readonly moved: boolean;
  /** What of it was not taken; null where all was. */
  readonly untaken: UntakenWords | null;
  /** What the provider's files have said by now. */
  readonly fromFile: FileSaid;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * An entry's conflict after the provider's next file. What both now say is none any more; a file whose step is taken has gone
 * past it. Null where it stays as it was: what is open, or nothing.
 */
export function conflictAfter(open: UntakenWords | null, next: NextFile): ConflictAfter | null {
  const { moved, untaken } = next;
  if (moved && untaken === null) return open && { taken: ConflictSide.FILE };
  const left = unsettled({ ...open, ...untaken }, next);
  if (Object.keys(left).length === 0) return open && { taken: ConflictSide.HUB };
  return open !== null && same(left, open) ? null : { open: left };
}

/** What a file still says otherwise: of what was said otherwise before, it is its present word that counts. */
function unsettled({ reason, ...said }: UntakenWords, { entry, fromFile }: NextFile): UntakenWords {
  const differing = Object.keys(said)
    .filter((field) => field !== 'step')
    .map((field) => [field as keyof FileEntry, fromFile[field as keyof FileEntry]] as const)
    .filter(([field, value]) => !same(value, entry[field]));
  const left: UntakenWords = Object.fromEntries(differing);
  // A status goes with its day: where either differs, both are what the file says, and what its step was about.
  if (left.status === undefined && left.statusOn === undefined) return left;
  return { ...left, status: fromFile.status, statusOn: fromFile.statusOn, step: fromFile.step ?? {}, reason };
}
