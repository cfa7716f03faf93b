import type { FileEntry } from '../file-said.js';
import { type HealthService, WaitingStatus } from '../status.js';
import type { FileChange } from './file-history.repository.js';

/** An entry whose child a file says was sent on, and where to. */
export interface Redirect {
  readonly entryId: string;
  readonly childId: string;
  readonly service: HealthService;
  readonly providerOds: string;
  /** The day it was sent. */
  readonly on: string;
}

interface Told {
  readonly providerOds: string;
  readonly entry: Pick<FileEntry, 'service' | 'status'>;
  readonly change: FileChange | null;
}

/**
 * Where a row of a file sends its child on to: what of service and provider it does not name stays the same. None where it
 * names neither, for then nobody knows where the child is to wait; nor where the entry does not stand so.
 */
export function redirectOf({ providerOds, entry, change }: Told): Redirect[] {
  if (change?.to !== WaitingStatus.REDIRECTED || entry.status !== WaitingStatus.REDIRECTED) return [];
  const { entryId, childId, effectiveOn: on, redirectTo, redirectProvider } = change;
  const where = { service: redirectTo ?? entry.service, providerOds: redirectProvider ?? providerOds };
  const same = where.service === entry.service && where.providerOds === providerOds;
  return same ? [] : [{ entryId, childId, on, ...where }];
}

/** An entry of which a file says that its child was not sent on after all, and since when that is said. */
export type RedirectTakenBack = Pick<Redirect, 'entryId' | 'on'>;

/** What a row of a file takes back: an entry that stood as redirected stands otherwise. */
export function takenBackBy({ entry, change }: Told): RedirectTakenBack[] {
  if (change?.from !== WaitingStatus.REDIRECTED || entry.status === WaitingStatus.REDIRECTED) return [];
  return [{ entryId: change.entryId, on: change.effectiveOn }];
}
