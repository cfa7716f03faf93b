import type { ChangeFact } from '../../../platform/vocabulary/change-fact.js';
import { serviceInWords } from '../waiting-list/service-in-words.js';
import { type HealthService, WaitingStatus } from '../waiting-list/status.js';
import { statusInWords } from './status-in-words.js';

/** A step of an entry, as far as it is a change that is told. */
interface ToldStep {
  readonly id: number;
  readonly from: WaitingStatus | null;
  readonly to: WaitingStatus;
  /** ISO instant. */
  readonly recordedAt: string;
  /** A person's name, `file`, or another provider. */
  readonly by: string;
}

/** An entry of a waiting list with every step as it was written. */
export interface ChangedEntry {
  readonly id: string;
  /** The record of the child that it stands under. */
  readonly recordId: string;
  readonly service: HealthService;
  readonly providerOds: string;
  readonly providerName: string | null;
  readonly status: WaitingStatus;
  /** Its service is not named outside health. */
  readonly unnamed: boolean;
  readonly history: readonly ToldStep[];
}

/** How a step says that a file brought it. */
const FILE = 'file';

/**
 * The changes of one wait: each step as it was written, by whom it was told. Of a service that is not named the status alone is
 * told: the provider, or a clinician's name, would name it. Of an entry that was entered in error one change is left, that it
 * was taken back: which service it named is told no longer.
 */
export function entryChanges(entry: ChangedEntry): ChangeFact[] {
  const steps = entry.history.toSorted((a, b) => a.id - b.id);
  if (entry.status === WaitingStatus.ENTERED_IN_ERROR) {
    const last = steps.findLast(({ to }) => to === WaitingStatus.ENTERED_IN_ERROR);
    return last ? [takenBack(entry, last)] : [];
  }
  const service = entry.unnamed ? 'a health service' : serviceInWords[entry.service];
  return steps.map((step) => ({
    ...placeOf(entry, step),
    what: `Wait for ${service}`,
    from: step.from && statusInWords[step.from],
    to: statusInWords[step.to],
    by: entry.unnamed ? null : toldBy(entry, step),
  }));
}

const placeOf = ({ recordId }: ChangedEntry, { id, recordedAt }: ToldStep) => ({
  ...{ key: `step/${String(id)}`, recordId, facet: null },
  at: new Date(recordedAt).toISOString(),
});

const toldBy = ({ providerName, providerOds }: ChangedEntry, { by }: ToldStep): string =>
  by === FILE ? (providerName ?? providerOds) : by;

const takenBack = (entry: ChangedEntry, step: ToldStep): ChangeFact => ({
  ...placeOf(entry, step),
  ...{ what: 'A wait for a health service was taken back', from: null, to: null, by: null },
});
