import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import { ReferrerToldRow } from './referrer-told.row.js';
import { StandardRow } from './standard.row.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** What of an entry's row a read brings back. */
export const shownEntry = Columns.of(WaitingListEntryRow).without(
  ...(['childId', 'entryRef', 'clinicianName', 'fromFile', 'sex', 'ethnicity'] as const),
  ...(['changedBy', 'changedAt', 'referredByPerson', 'cameOn'] as const),
);

/** What of a change of its status. */
export const shownChange = Columns.of(WaitingListChangeRow).without('entryId', 'childId', 'xid');

/** What of a telling of the referrer. */
export const shownTelling = Columns.of(ReferrerToldRow).only('id', 'outcome', 'toldOn', 'recordedAt', 'by');

/** What of a standard that may hold for it. */
export const shownStandard = Columns.of(StandardRow).without('id', 'source');

/** What a change is that says nothing but a status. */
export const statusAlone = {
  ...{ appointmentOn: null, firstAppointment: false, properlyOffered: false, wasNotBrought: false, cancelledBy: null },
  ...{ rttStatus: null, redirectTo: null, redirectProvider: null, corrects: null },
} as const;

/** An entry of a service that may be named, with the child it was asked for by and its history, oldest first. */
export interface NamedEntry extends RowOf<typeof shownEntry> {
  readonly childId: string;
  readonly providerName: string | null;
  /** The entries whose wait goes on in this one, and in which this one's goes on, for whom they are visible. */
  readonly visibleBefore: string | null;
  readonly visibleAfter: string | null;
  /** Those of its service, of its provider and of all: see standardOf. */
  readonly standards: readonly RowOf<typeof shownStandard>[];
  readonly history: readonly RowOf<typeof shownChange>[];
  /** When the referrer was told of which outcome, as recorded. */
  readonly tellings: readonly RowOf<typeof shownTelling>[];
  /** The last step that was known when the risk to a child who was not brought was considered; null where it never was. */
  readonly consideredThrough: number | null;
}

/** One of a service that is not named to whoever reads: what would say which is null, and no step says why or of what. */
export interface UnnamedEntry extends Omit<NamedEntry, 'service' | 'providerOds' | 'standards' | 'tellings'> {
  readonly service: null;
}

/** An entry as a read brings it back. */
export type StoredEntry = NamedEntry | UnnamedEntry;

/** The same, before it is said whose it is. */
export type FoundEntry = Omit<NamedEntry, 'childId'> | Omit<UnnamedEntry, 'childId'>;
