import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { shownStandard, shownTelling } from '../../waiting-list/stored-entry.js';
import { WaitingListChangeRow } from '../../waiting-list/waiting-list-change.row.js';
import { WaitingListEntryRow } from '../../waiting-list/waiting-list-entry.row.js';
import type { WatchedEntry } from '../wait-attention.js';

const entry = Columns.of(WaitingListEntryRow).only(
  ...(['providerOds', 'entryRef', 'service', 'receivedOn', 'ageAtReferral'] as const),
  ...(['baselineOutcomeOn', 'carePlanOn'] as const),
);
const step = Columns.of(WaitingListChangeRow).only(
  ...(['id', 'to', 'effectiveOn', 'corrects', 'wasNotBrought'] as const),
  ...(['firstAppointment', 'properlyOffered', 'rttStatus'] as const),
);

/** An entry with its history, as stored. */
export interface StoredWatched extends WatchedEntry {
  readonly childId: string;
}

const ofChildren = {
  name: 'health_attention_of_children',
  text: `select k.asked as "childId", ${entry.select('e')},
      health.is_unnamed(e.service, e.provider_ods, e.received_on) as unnamed,
      (select ${step.list('c', 'c.id')} from health.waiting_list_change c where c.entry_id = e.id) as history,
      (select ${shownTelling.list('r', 'r.id')} from health.referrer_told r where r.entry_id = e.id) as tellings,
      (select ${shownStandard.list('s', 's.id')} from health.standard s
        where s.service = e.service and coalesce(s.provider, e.provider_ods) = e.provider_ods) as standards
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    where not e.confidential and e.status <> 'ENTERED_IN_ERROR' order by e.received_on, e.provider_ods, e.entry_ref`,
  parse: entry.parser<StoredWatched>({ history: step, tellings: shownTelling, standards: shownStandard }),
};

/** Entries of which something may need attention: a referral that is kept to its provider is not among them. */
export class AttentionFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredWatched>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
