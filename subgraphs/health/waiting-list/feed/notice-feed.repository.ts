import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { ToldEntry } from '../not-brought-facts.js';
import { WaitingListChangeRow } from '../waiting-list-change.row.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

const entry = Columns.of(WaitingListEntryRow).only('id', 'service');
const step = Columns.of(WaitingListChangeRow).only('id', 'to', 'effectiveOn', 'corrects', 'wasNotBrought');

/** An entry of which somebody may have to be told, as stored. */
export interface StoredMissed extends Omit<ToldEntry, 'service'> {
  readonly childId: string;
  readonly service: NonNullable<ToldEntry['service']>;
  /** Its service is not named outside health. */
  readonly unnamed: boolean;
}

const ofChildren = {
  name: 'health_not_brought_told_of',
  text: `select k.asked as "childId", e.child_id as "recordId", ${entry.select('e')},
      health.is_unnamed(e.service, e.provider_ods, e.received_on) as unnamed,
      (select ${step.list('c', 'c.id')} from health.waiting_list_change c where c.entry_id = e.id) as history
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    where not e.confidential and e.status <> 'ENTERED_IN_ERROR'
      and exists (select from health.waiting_list_change c where c.entry_id = e.id and c.was_not_brought)
    order by e.received_on, e.id`,
  parse: entry.parser<StoredMissed>({ history: step }),
};

/** Entries whose child was not brought: a referral that is kept to its provider is not among them. */
export class NoticeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredMissed>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
