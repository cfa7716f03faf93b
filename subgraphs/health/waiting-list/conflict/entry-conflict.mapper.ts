import type { FileEntry } from '../file-said.js';
import type { StoredConflict } from './entry-conflict.repository.js';
import type { ConflictingValue, WaitingListConflict } from './entry-conflict.type.js';

const shown = [
  ...(['service', 'status', 'statusOn', 'priority', 'receivedOn', 'nextStep', 'nextAppointmentOn'] as const),
  ...(['supportWhileWaiting', 'referredBy', 'clinicianName', 'baselineOutcomeOn', 'carePlanOn'] as const),
  ...(['confidential', 'referralSource', 'ethnicity', 'ageAtReferral', 'sex'] as const),
] as const satisfies readonly (keyof FileEntry)[];

/** A conflict as its provider sees it: every field by name, and only what differs today. */
export function toConflict({ id, entryId, since, taken, fileSaid, hub }: StoredConflict): WaitingListConflict {
  const values = shown.flatMap((field): ConflictingValue[] => {
    const [file, stands] = [inWords(fileSaid[field]), inWords(hub[field])];
    return fileSaid[field] === undefined || file === stands ? [] : [{ field, file, hub: stands }];
  });
  return { id, entryId, since: new Date(since).toISOString(), values, taken };
}

function inWords(value: FileEntry[keyof FileEntry]): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  return typeof value === 'object' ? value.join('; ') : String(value);
}
