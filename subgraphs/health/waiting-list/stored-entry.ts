import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** What of an entry's row a read brings back. */
export const shownEntry = Columns.of(WaitingListEntryRow).without(
  ...(['childId', 'entryRef', 'clinicianName', 'fromFile', 'ageAtReferral', 'sex', 'ethnicity'] as const),
  ...(['changedBy', 'changedAt'] as const),
);

/** What of a change of its status. */
export const shownChange = Columns.of(WaitingListChangeRow).without('entryId', 'childId');

/** What a change is that says nothing but a status. */
export const statusAlone = {
  ...{ appointmentOn: null, firstAppointment: false, properlyOffered: false, wasNotBrought: false, cancelledBy: null },
  ...{ rttStatus: null, redirectTo: null, redirectProvider: null, corrects: null },
} as const;

/** An entry as a read brings it back, with the child it was asked for by and its history, oldest first. */
export interface StoredEntry extends RowOf<typeof shownEntry> {
  readonly childId: string;
  readonly providerName: string | null;
  readonly history: readonly RowOf<typeof shownChange>[];
}
