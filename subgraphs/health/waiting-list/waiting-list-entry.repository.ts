import type { Permit } from '../../../platform/access/permit.js';
import type { SeenByKey, SeenChildren } from '../../../platform/access/seen.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { referralOf } from './referral.js';
import { shownChange, shownEntry, statusAlone, type StoredEntry } from './stored-entry.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

const columns = `${shownEntry.select('e')}, p.name as "providerName",
  (select ${shownChange.list('c', 'c.id')} from health.waiting_list_change c where c.entry_id = e.id) as history`;

const ofChildren = {
  name: 'health_entries_of_children',
  text: `select k.asked as "childId", ${columns}
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    left join health.provider p on p.ods_code = e.provider_ods
    where e.status <> 'ENTERED_IN_ERROR' order by e.received_on, e.provider_ods, e.entry_ref`,
  parse: shownEntry.parser<StoredEntry>({ history: shownChange }),
};

const byIds = {
  name: 'health_entries_by_id',
  text: `select ${columns}
    from health.waiting_list_entry e left join health.provider p on p.ods_code = e.provider_ods where e.id = any ($1)`,
  parse: shownEntry.parser<Omit<StoredEntry, 'childId'>>({ history: shownChange }),
};

const change = Columns.of(WaitingListChangeRow).without('id', 'recordedAt');

/** The columns a change of status may touch. */
export type EntryChange = Partial<
  Pick<WaitingListEntryRow, 'status' | 'statusOn' | 'nextStep' | 'nextAppointmentOn' | 'supportWhileWaiting'>
>;

/** Waiting-list entries in PostgreSQL. Every read takes the permit it is made under. */
export class WaitingListEntryRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredEntry>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /** Whose each is, is what the opening says. */
  byIds(permit: Permit, ids: readonly string[]): Promise<SeenByKey<Omit<StoredEntry, 'childId'>>> {
    const keys = { kind: 'waiting-list-entry', keys: ids };
    return this.unit.readByKeys(permit, keys, { ...byIds, values: [ids] }, ({ id }, childOf) => childOf.get(id));
  }

  /** The row to be changed, held until the write ends; null where there is none to be seen. */
  forUpdate(writing: Writing, id: string): Promise<WaitingListEntryRow | null> {
    return writing.findForUpdate(WaitingListEntryRow, { id });
  }

  /** The entry as this write leaves it: of a child whom the unit was opened to change. */
  async written(writing: Writing, id: string): Promise<Omit<StoredEntry, 'childId'> | null> {
    const rows = await writing.query(byIds.text, [[id]]);
    return rows.map(byIds.parse)[0] ?? null;
  }

  /**
   * Changes the row, adds the change to its history and lets the referral follow: it ends a while after a final status,
   * and at once where the entry was entered in error.
   */
  async change(
    writing: Writing,
    row: WaitingListEntryRow,
    to: EntryChange,
    by: string,
    reason: string | null,
  ): Promise<void> {
    await writing.update(WaitingListEntryRow, { id: row.id }, { ...to, version: row.version + 1 });
    const made = {
      ...statusAlone,
      ...{ entryId: row.id, childId: row.childId, from: row.status, to: to.status ?? row.status },
      ...{ effectiveOn: to.statusOn ?? row.statusOn, by, reason },
    };
    await writing.query(change.insertion, [change.json([made])]);
    await writing.relate('T3', [
      referralOf({
        childId: row.childId,
        providerOds: row.providerOds,
        entryRef: row.entryRef,
        status: to.status ?? row.status,
        statusOn: to.statusOn ?? row.statusOn,
        receivedOn: row.receivedOn,
      }),
    ]);
    await writing.emit('waiting-list-entry-changed', [row.childId]);
  }
}
