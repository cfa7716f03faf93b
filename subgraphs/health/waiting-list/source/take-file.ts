import type { WaitingListFact } from './fact.js';

/** What a provider's file says of an entry and the hub keeps of it. */
export type FileEntry = Omit<WaitingListFact, 'kind' | 'providerOds' | 'entryRef' | 'reason' | 'providerName'>;

/** An entry as the hub holds it, with what the provider's last file said; null where no file ever has. */
export interface HeldEntry extends FileEntry {
  readonly fromFile: FileEntry | null;
}

/** What a file makes of an entry that is held. */
export interface Taken {
  readonly entry: FileEntry;
  /** Whether anything that is shown changed. */
  readonly changed: boolean;
  /** Whether the status did, or the day it was taken. */
  readonly moved: boolean;
}

const fields = [
  'service',
  'priority',
  'receivedOn',
  'nextStep',
  'nextAppointmentOn',
  'supportWhileWaiting',
  'referredBy',
  'clinicianName',
] as const satisfies readonly Exclude<keyof FileEntry, 'status' | 'statusOn'>[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is kept of an entry, every field by name and always in this order. */
export function keptOf(entry: FileEntry): FileEntry {
  const { service, status, statusOn, priority, receivedOn, nextStep } = entry;
  const { nextAppointmentOn, supportWhileWaiting, referredBy, clinicianName } = entry;
  return {
    service,
    status,
    statusOn,
    priority,
    receivedOn,
    nextStep,
    nextAppointmentOn,
    supportWhileWaiting,
    referredBy,
    clinicianName,
  };
}

/**
 * An entry after the provider's next file: what the file changed since the provider's last one is taken, what it only
 * repeats is not, so that it does not undo a change made in the hub since. Where the status was changed in the hub since, only
 * a later one is taken. Null where the file says what the last one said.
 */
export function takeFile(held: HeldEntry, file: FileEntry): Taken | null {
  const before = held.fromFile;
  if (before !== null && same(keptOf(before), keptOf(file))) return null;
  const said = (key: keyof FileEntry): boolean => before === null || !same(before[key], file[key]);
  const news = fields.filter((key) => said(key) && !same(held[key], file[key]));
  const untouched = before !== null && before.status === held.status && before.statusOn === held.statusOn;
  const newStatus = (said('status') || said('statusOn')) && (untouched || file.statusOn > held.statusOn);
  const moved = newStatus && (held.status !== file.status || held.statusOn !== file.statusOn);
  const { status, statusOn } = moved ? file : held;
  const entry = { ...keptOf(held), ...Object.fromEntries(news.map((key) => [key, file[key]])), status, statusOn };
  return { entry, changed: moved || news.length > 0, moved };
}
