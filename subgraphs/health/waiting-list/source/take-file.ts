import type { FileEntry, FileSaid, FileStep } from '../file-said.js';

/** An entry as the hub holds it, with what the provider's last file said; null where no file ever has. */
export interface HeldEntry extends FileEntry {
  readonly fromFile: FileSaid | null;
}

/** What a file makes of an entry that is held. */
export interface Taken {
  readonly entry: FileEntry;
  /** Whether anything that is shown changed. */
  readonly changed: boolean;
  /** Whether the status did, or the day it was taken. */
  readonly moved: boolean;
  /** What it now says otherwise of a step that it told of before; null where nothing. */
  readonly restated: FileStep | null;
  /** What the provider's files have said of it, for the next one. */
  readonly fromFile: FileSaid;
}

const shown = [
  'service',
  'priority',
  'receivedOn',
  'nextStep',
  'nextAppointmentOn',
  'supportWhileWaiting',
  'referredBy',
  'clinicianName',
  'baselineOutcomeOn',
  'carePlanOn',
  'confidential',
] as const satisfies readonly (keyof FileEntry)[];
const unshown = ['referralSource', 'ageAtReferral', 'sex', 'ethnicity'] as const satisfies readonly (keyof FileEntry)[];

const details = [
  'appointmentOn',
  'firstAppointment',
  'properlyOffered',
  'wasNotBrought',
  'cancelledBy',
  'rttStatus',
  'redirectTo',
  'redirectProvider',
] as const satisfies readonly (keyof FileStep)[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** These of its properties, always in this order, without those that say nothing. */
function picked<Of extends object>(of: Of, properties: readonly (keyof Of)[]): Partial<Of> {
  const told = properties.filter((property) => of[property] !== undefined).map((property) => [property, of[property]]);
  return Object.fromEntries(told) as Partial<Of>;
}

/** What is kept of what a file says of an entry, every field by name and always in this order. */
export function keptOf(said: FileSaid): FileSaid {
  const { service, status, statusOn, priority, receivedOn, nextStep } = said;
  const { nextAppointmentOn, supportWhileWaiting, referredBy, clinicianName } = said;
  return {
    ...{ service, status, statusOn, priority, receivedOn, nextStep },
    ...{ nextAppointmentOn, supportWhileWaiting, referredBy, clinicianName },
    ...picked(said, ['baselineOutcomeOn', 'carePlanOn', 'confidential', ...unshown, 'continuesFrom', 'asAt']),
    step: picked(said.step ?? {}, details),
  };
}

/** What files have said so far: a file that lacks a column leaves what an earlier one said of it. */
function saidSoFar(before: FileSaid | null, file: FileSaid): FileSaid {
  const kept = keptOf(file);
  return before === null ? kept : keptOf({ ...before, ...kept, step: { ...before.step, ...kept.step } });
}

/**
 * An entry after the provider's next file: what the file changed since the provider's last one is taken, what it only
 * repeats is not, so that it does not undo a change made in the hub since. Where the status was changed in the hub since, only
 * a later one is taken. Null where the file says what the last one said.
 */
export function takeFile(held: HeldEntry, file: FileSaid): Taken | null {
  const before = held.fromFile;
  const fromFile = saidSoFar(before, file);
  if (before !== null && same(keptOf(before), fromFile)) return null;
  const said = (key: keyof FileEntry): boolean =>
    file[key] !== undefined && (before === null || !same(before[key], file[key]));
  const news = [...shown, ...unshown].filter((key) => said(key) && !same(held[key], file[key]));
  const untouched = before !== null && before.status === held.status && before.statusOn === held.statusOn;
  const newStatus = (said('status') || said('statusOn')) && (untouched || file.statusOn > held.statusOn);
  const moved = newStatus && (held.status !== file.status || held.statusOn !== file.statusOn);
  const { status, statusOn } = moved ? file : held;
  const stays = picked<FileEntry>(held, [...shown, ...unshown]);
  const restated = moved || said('status') || said('statusOn') ? null : restatedOf(before?.step, file.step);
  const entry = { ...stays, ...picked<FileEntry>(file, news), status, statusOn } as FileEntry;
  const changed = moved || restated !== null || shown.some((key) => news.includes(key));
  return { entry, changed, moved, restated, fromFile };
}

/** What is said of a step otherwise than before; a yes or no that was never told of is a no. */
function restatedOf(before: FileStep | undefined, step: FileStep | undefined): FileStep | null {
  const told = picked(step ?? {}, details);
  const other = Object.entries(told).filter(([key, value]) => {
    const was = before?.[key as keyof FileStep];
    return was === undefined ? value !== null && value !== false : !same(was, value);
  });
  return other.length === 0 ? null : Object.fromEntries(other);
}
