import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { ReferrerToldRow } from '../../waiting-list/referrer-told.row.js';
import { RiskConsideredRow } from '../../waiting-list/risk-considered.row.js';
import { WaitingListChangeRow } from '../../waiting-list/waiting-list-change.row.js';
import { WaitingListEntryRow } from '../../waiting-list/waiting-list-entry.row.js';
import type { ChangedEntry } from '../entry-changes.js';

const entry = Columns.of(WaitingListEntryRow).only('id', 'service', 'providerOds', 'status');
const step = Columns.of(WaitingListChangeRow).only('id', 'from', 'to', 'recordedAt', 'by');
const telling = Columns.of(ReferrerToldRow).only('id', 'outcome', 'toldOn', 'recordedAt', 'by');
const considered = Columns.of(RiskConsideredRow).only('id', 'recordedAt');

// Who sent a child on would name a service that is not named, and tell of a referral that is kept to its provider.
const by = `case when c.from_status is null and exists (select from health.waiting_list_entry b where b.id = e.continues_from
  and (b.confidential or health.is_unnamed(b.service, b.provider_ods, b.received_on))) then 'another provider'
  else c.recorded_by end`;

/** An entry with its history, as stored. */
export interface StoredChanged extends ChangedEntry {
  readonly childId: string;
}

const ofChildren = {
  name: 'health_changes_of_children',
  text: `select k.asked as "childId", e.child_id as "recordId", ${entry.select('e')}, p.name as "providerName",
      health.is_unnamed(e.service, e.provider_ods, e.received_on) as unnamed,
      (select ${step.without('by').list('c', 'c.id', { by })} from health.waiting_list_change c where c.entry_id = e.id) as history,
      (select ${telling.list('t', 't.id')} from health.referrer_told t where t.entry_id = e.id) as tellings,
      (select ${considered.list('r', 'r.id')} from health.risk_considered r where r.entry_id = e.id) as considered
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    left join health.provider p on p.ods_code = e.provider_ods
    where not e.confidential order by e.received_on, e.provider_ods, e.entry_ref`,
  parse: entry.parser<StoredChanged>({ history: step, tellings: telling, considered }),
};

/** Entries with all their steps: a referral that is kept to its provider is not among them. */
export class ChangeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredChanged>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
