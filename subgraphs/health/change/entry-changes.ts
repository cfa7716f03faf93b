import { always, type ChangeFact } from '../../../platform/vocabulary/change-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
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

/** That the referrer was told what came of it. */
interface ToldTelling {
  readonly id: number;
  readonly outcome: WaitingStatus;
  readonly toldOn: string;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly by: string;
}

/** That the risk to a child who was not brought was considered. */
interface ToldConsideration {
  readonly id: number;
  /** ISO instant. */
  readonly recordedAt: string;
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
  readonly tellings: readonly ToldTelling[];
  readonly considered: readonly ToldConsideration[];
}

/** How a step says that a file brought it. */
const FILE = 'file';

/**
 * The changes of one wait: each step as it was written, by whom it was told; that the referrer was told what came of it; and that
 * the provider considered what it may mean that the child was not brought. Of a service that is not named the status alone is
 * told, and that: the provider, or a clinician's name, would name it. Of an entry that was entered in error one change is left, that it
 * was taken back: which service it named is told no longer.
 */
export function entryChanges(entry: ChangedEntry): ChangeFact[] {
  const steps = entry.history.toSorted((a, b) => a.id - b.id);
  if (entry.status === WaitingStatus.ENTERED_IN_ERROR) {
    const last = steps.findLast(({ to }) => to === WaitingStatus.ENTERED_IN_ERROR);
    return last ? [takenBack(entry, last)] : [];
  }
  const service = entry.unnamed ? 'a health service' : serviceInWords[entry.service];
  return [
    ...steps.map((step) => ({
      ...placeOf(entry, step),
      what: `Wait for ${service}`,
      from: step.from && statusInWords[step.from],
      to: statusInWords[step.to],
      by: entry.unnamed ? null : toldBy(entry, step),
    })),
    ...(entry.unnamed ? [] : entry.tellings.map((telling) => referrerTold(entry, telling))),
    ...entry.considered.map((one) => riskConsidered(entry, one)),
  ];
}

const referrerTold = (entry: ChangedEntry, telling: ToldTelling): ChangeFact => ({
  ...placeOf(entry, telling, 'told'),
  what: `What the referrer to ${serviceInWords[entry.service]} was told`,
  from: null,
  to: `${statusInWords[telling.outcome]}, told on ${dayInWords(telling.toldOn)}`,
  by: toldBy(entry, telling),
});

// Who considered it and when is the provider's; that the entry is flagged no more is seen by everyone who sees it.
const riskConsidered = (entry: ChangedEntry, considered: ToldConsideration): ChangeFact => ({
  ...placeOf(entry, considered, 'considered'),
  ...{ what: 'Appointments that the child was not brought to', from: null, to: 'The risk was considered', by: null },
});

const placeOf = (
  { recordId }: ChangedEntry,
  { id, recordedAt }: Pick<ToldStep, 'id' | 'recordedAt'>,
  of: 'considered' | 'step' | 'told' = 'step',
) => ({
  ...{ key: `${of}/${String(id)}`, recordId, facet: null, ...always },
  at: new Date(recordedAt).toISOString(),
});

const toldBy = ({ providerName, providerOds }: ChangedEntry, { by }: Pick<ToldStep, 'by'>): string =>
  by === FILE ? (providerName ?? providerOds) : by;

const takenBack = (entry: ChangedEntry, step: ToldStep): ChangeFact => ({
  ...placeOf(entry, step),
  ...{ what: 'A wait for a health service was taken back', from: null, to: null, by: null },
});
