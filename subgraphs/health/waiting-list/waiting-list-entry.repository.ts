import type { ListPage, Permit } from '../../../platform/access/permit.js';
import type { SeenByKey, SeenChildren, SeenPage } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { addMadeHere } from './made-here.repository.js';
import type { NewEntry } from './new-entry.js';
import { type HealthService, isOpen, WaitingStatus } from './status.js';
import {
  type FoundEntry,
  type NamedEntry,
  shownChange,
  shownEntry,
  shownStandard,
  shownTelling,
  type StoredEntry,
} from './stored-entry.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

// Why a child was sent on to a service that is not named to the reader would name it: the next entry is then not there for them.
const reason = `case when c.redirect_to is null or not health.is_unnamed(c.redirect_to, c.redirect_provider, e.received_on)
  or exists (select from health.waiting_list_entry n where n.continues_from = e.id) then c.reason end`;
// Nor who sent a child on from one: that entry is not there for them.
const by = `case when c.from_status is null and e.continues_from is not null
  and not exists (select from health.waiting_list_entry b where b.id = e.continues_from) then 'another provider'
  else c.recorded_by end`;
const columns = `${shownEntry.select('e')}, p.name as "providerName",
  (select ${shownChange.without('reason', 'by').list('c', 'c.id', { reason, by })}
    from health.waiting_list_change c where c.entry_id = e.id) as history,
  (select ${shownTelling.list('r', 'r.id')} from health.referrer_told r where r.entry_id = e.id) as tellings,
  (select ${shownStandard.list('s', 's.id')} from health.standard s
    where s.service = e.service and coalesce(s.provider, e.provider_ods) = e.provider_ods) as standards,
  (select max(r.through) from health.risk_considered r where r.entry_id = e.id) as "consideredThrough",
  (select b.id from health.waiting_list_entry b
    where b.id = e.continues_from and b.status <> 'ENTERED_IN_ERROR') as "visibleBefore",
  (select a.id from health.waiting_list_entry a
    where a.continues_from = e.id and a.status <> 'ENTERED_IN_ERROR' order by a.id limit 1) as "visibleAfter"`;
/** Of services that are not named to the reader, who is then shown no such row: what they are told of it instead. */
const unnamed = `(select (u.entry).*, u.steps, u.considered from health.unnamed_waits() u
  where not exists (select from health.waiting_list_entry o where o.id = (u.entry).id)) e`;
const unnamedColumns = `${shownEntry.select('e')}, null,
  (select ${shownChange.list('c', 'c.id')} from unnest(e.steps) c), '[]', '[]', e.considered, null, null`;
const within = { history: shownChange, standards: shownStandard, tellings: shownTelling };
// What a row lacks of a service that is not named, the types it is handed out by say.
const asNamed = shownEntry.parser<NamedEntry>(within);

const ofChildren = {
  name: 'health_entries_of_children',
  text: `select k.asked as "childId", ${columns}, e.entry_ref as "entryRef"
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    left join health.provider p on p.ods_code = e.provider_ods
    where e.status <> 'ENTERED_IN_ERROR'
    union all select k.asked, ${unnamedColumns}, null from ctx.keys($1) k join ${unnamed} on e.child_id = k.held
    order by "receivedOn", "providerOds", "entryRef"`,
  parse: (row: unknown): StoredEntry => asNamed(row),
};

const byIds = {
  name: 'health_entries_by_id',
  text: `select ${columns}
    from health.waiting_list_entry e left join health.provider p on p.ods_code = e.provider_ods where e.id = any ($1)
    union all select ${unnamedColumns} from ${unnamed} where e.id = any ($1)`,
  parse: (row: unknown): FoundEntry => asNamed(row),
};

// Of the children whom a page has opened, each by the row's own id: which of their entries are the page's is found by then.
const ofPage = {
  name: 'health_entries_of_page',
  text: `select ${columns}
    from ctx.keys(ctx.opened()) k join health.waiting_list_entry e on e.child_id = k.held
    left join health.provider p on p.ods_code = e.provider_ods
    where k.asked = k.held and e.status <> 'ENTERED_IN_ERROR'
    union all select ${unnamedColumns}
    from ctx.keys(ctx.opened()) k join ${unnamed} on e.child_id = k.held where k.asked = k.held`,
  parse: byIds.parse,
};

const row = Columns.of(WaitingListEntryRow);
const held = `select ${row.select('e')} from health.waiting_list_entry e where e.id = any ($1) order by e.id for update`;
const asRow = row.parser<WaitingListEntryRow>();
const lastChange = Columns.of(WaitingListEntryRow).only('changedBy', 'changedAt');

// One that is kept to its provider is nobody else's to know of.
const waitingFor = `select e.id from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
  where e.service = $2 and e.status = any ($3) and (not e.confidential or e.provider_ods = $4)
  order by e.received_on, e.id limit 1`;
const openStatuses = Object.values(WaitingStatus).filter(isOpen);

/** Waiting-list entries in PostgreSQL. Every read takes the permit it is made under. */
export class WaitingListEntryRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredEntry>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /** Whose each is, is what the opening says. */
  byIds(permit: Permit, ids: readonly string[]): Promise<SeenByKey<FoundEntry>> {
    const keys = { kind: 'waiting-list-entry', keys: ids };
    return this.unit.readByKeys(permit, keys, { ...byIds, values: [ids] }, ({ id }, childOf) => childOf.get(id));
  }

  /** A page of the list of all entries, narrowed as the question says. */
  page(permit: Permit, question: object, from: ListPage['from']): Promise<SeenPage<FoundEntry>> {
    const page: ListPage = { kind: 'waiting-list-page', keys: [JSON.stringify(question)], from };
    return this.unit.readPage(permit, page, { ...ofPage, values: [] }, ({ id }) => id);
  }

  /** The row to be changed, held until the write ends; null where there is none to be seen. */
  forUpdate(writing: Writing, id: string): Promise<WaitingListEntryRow | null> {
    return writing.findForUpdate(WaitingListEntryRow, { id });
  }

  /** The rows to be changed, by their ids, held until the write ends; none where there is none to be seen. */
  async heldRows(writing: Writing, ids: readonly string[]): Promise<ReadonlyMap<string, WaitingListEntryRow>> {
    const rows = (await writing.query(held, [ids])).map(asRow);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Rows to be changed one after the other, held in one order until the write ends. */
  async hold(writing: Writing, ids: readonly string[]): Promise<void> {
    await writing.query('select from health.waiting_list_entry where id = any ($1) order by id for update', [ids]);
  }

  /** The entry as this write leaves it: of a child whom the unit was opened to change. */
  async written(writing: Writing, id: string): Promise<FoundEntry | null> {
    return (await this.allWritten(writing, [id])).get(id) ?? null;
  }

  /** The same of several, by their ids. */
  async allWritten(writing: Writing, ids: readonly string[]): Promise<ReadonlyMap<string, FoundEntry>> {
    const rows = (await writing.query(byIds.text, [ids])).map(byIds.parse);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Who changed the entry last, and when. */
  async lastChange(writing: Writing, id: string): Promise<RowOf<typeof lastChange> | null> {
    const text = `select ${lastChange.select('e')} from health.waiting_list_entry e where e.id = $1`;
    return (await writing.query(text, [id])).map(lastChange.parser())[0] ?? null;
  }

  /**
   * The entry by which a child waits for a service, under whichever of the child's ids, as far as an organisation may know;
   * null where there is none. Held until the write ends, so that it is true of what the write then adds.
   */
  async waitingFor(
    writing: Writing,
    { childId, service, org }: { readonly childId: string; readonly service: HealthService; readonly org: string },
  ): Promise<string | null> {
    await writing.query(
      `select pg_advisory_xact_lock(h.key) from (
         select distinct hashtextextended('refer ' || k.held::text, 0) as key from ctx.keys($1) k order by 1 offset 0) h`,
      [[childId]],
    );
    const [found] = await writing.query<{ id: string }>(waitingFor, [[childId], service, openStatuses, org]);
    return found?.id ?? null;
  }

  /** Whether a provider is one of those the hub knows. */
  async knowsProvider(writing: Writing, ods: string): Promise<boolean> {
    return (await writing.query('select from health.provider where ods_code = $1', [ods])).length > 0;
  }

  /** Whether an entry's service is one that is not named outside health. */
  async isUnnamed(writing: Writing, { service, providerOds, receivedOn }: WaitingListEntryRow): Promise<boolean> {
    const text = 'select health.is_unnamed($1, $2, $3) as unnamed';
    const [found] = await writing.query<{ unnamed: boolean }>(text, [service, providerOds, receivedOn]);
    return found?.unnamed === true;
  }

  /** Whether an entry's wait goes on in another that stands. */
  async goesOn(writing: Writing, id: string): Promise<boolean> {
    const text = `select from health.waiting_list_entry where continues_from = $1 and status <> 'ENTERED_IN_ERROR'`;
    return (await writing.query(text, [id])).length > 0;
  }

  /** Adds an entry that is made here, on the day it came to its provider, with what follows from that. */
  async add(writing: Writing, made: NewEntry, by: string): Promise<void> {
    await addMadeHere(writing, [made], by);
  }
}
