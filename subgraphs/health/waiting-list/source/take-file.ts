import type { FileEntry, FileSaid, FileStep, UntakenWords } from '../file-said.js';

/** An entry as the hub holds it, with what the provider's last file said; null where no file ever has. */
export interface HeldEntry extends FileEntry {
  readonly fromFile: FileSaid | null;
  /** The last day on which somebody changed it in the hub; null where nobody did. */
  readonly changedHereOn?: string | null;
  /** Whether it was made in the hub and changed there since, and not only made. */
  readonly changedSinceMade?: boolean;
}

/** A row of a file: what it says, and why the status was taken. */
export interface FileRow extends FileSaid {
  readonly reason?: string | null;
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
  /** What it says otherwise than a change made in the hub that it may not have known of; null where nothing. */
  readonly untaken: UntakenWords | null;
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

/** What a change by hand may say, and an entry that is made in the hub does not begin with. */
const byHand = ['nextStep', 'nextAppointmentOn', 'supportWhileWaiting', 'baselineOutcomeOn', 'carePlanOn'] as const;

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
 * repeats is not, so that it does not undo a change made in the hub since. What was changed in the hub since gives way to a
 * later step of the provider's alone; the rest of what the file says otherwise is not taken, and told. Null where the file
 * says what the last one said, and where it is older than that.
 */
export function takeFile(held: HeldEntry, file: FileRow): Taken | null {
  const before = held.fromFile;
  const fromFile = saidSoFar(before, file);
  if (before !== null && (same(keptOf(before), fromFile) || isEarlier(file.asAt, before.asAt))) return null;
  const said = (key: keyof FileEntry): boolean =>
    file[key] !== undefined && (before === null || !same(before[key], file[key]));
  // Of an entry that was made in the hub, the day on which the child was first referred is the earlier one.
  const isFirst = before !== null || file.receivedOn < held.receivedOn;
  const differs = (key: keyof FileEntry): boolean =>
    said(key) && !same(held[key], file[key]) && (key !== 'receivedOn' || isFirst);
  const untouched = before !== null && before.status === held.status && before.statusOn === held.statusOn;
  const isLater = file.statusOn > held.statusOn && !isEarlier(file.asAt, held.changedHereOn);
  const otherStatus =
    (said('status') || said('statusOn')) && (held.status !== file.status || held.statusOn !== file.statusOn);
  const moved = otherStatus && (untouched || isLater);
  // A later step says all that goes with it.
  const changedHere = (key: keyof FileEntry): boolean =>
    !isLater && (before === null ? saidByHand(held, key) : !same(before[key], held[key]));
  const [untaken, news] = parted([...shown, ...unshown].filter(differs), changedHere);
  const { status, statusOn } = moved ? file : held;
  const restated = moved || said('status') || said('statusOn') ? null : restatedOf(before?.step, file.step);
  const entry = {
    ...picked<FileEntry>(held, [...shown, ...unshown]),
    ...picked<FileEntry>(file, news),
    status,
    statusOn,
  };
  const changed = moved || restated !== null || shown.some((key) => news.includes(key));
  const refused = otherStatus && !moved && (before !== null || held.status !== file.status);
  const left = untakenOf(file, untaken, refused);
  return { entry: entry as FileEntry, changed, moved, restated, untaken: left, fromFile };
}

/** Whether somebody said it by hand of an entry that no file has told of yet. */
function saidByHand(held: HeldEntry, key: keyof FileEntry): boolean {
  const value = held[key] ?? null;
  const isSaid = value !== null && !same(value, []);
  return held.changedSinceMade === true && isSaid && byHand.some((one) => one === key);
}

/** Whether a day is before another, where both are known. */
const isEarlier = (day: string | null | undefined, than: string | null | undefined): boolean =>
  typeof day === 'string' && typeof than === 'string' && day < than;

function parted<Of>(all: readonly Of[], isFirst: (one: Of) => boolean): [Of[], Of[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function untakenOf(file: FileRow, fields: readonly (keyof FileEntry)[], status: boolean): UntakenWords | null {
  const words = picked<FileEntry>(file, fields);
  if (!status) return fields.length > 0 ? words : null;
  return { ...words, status: file.status, statusOn: file.statusOn, step: file.step ?? {}, reason: file.reason ?? null };
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
