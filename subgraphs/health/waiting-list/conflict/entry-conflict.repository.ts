import type { Listing, Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import type { UntakenWords } from '../file-said.js';
import { fileEntry } from '../source/listed-entry.repository.js';
import type { ConflictAfter } from './conflict-after.js';
import type { ConflictSide } from './conflict-side.js';
import { EntryConflictRow } from './entry-conflict.row.js';

const shown = Columns.of(EntryConflictRow).only('id', 'entryId', 'since', 'fileSaid', 'taken');
const found = Columns.of(EntryConflictRow).only('entryId', 'fileSaid');
const added = Columns.of(EntryConflictRow).only('entryId', 'childId', 'providerOds', 'fileSaid');

/** A conflict as stored, with its entry as it stands today. */
export interface StoredConflict extends RowOf<typeof shown> {
  readonly hub: RowOf<typeof fileEntry>;
}

const columns = `${shown.select('c')}, ${fileEntry.object('e')} as hub`;
const asStored = shown.parser<StoredConflict & { readonly childId: string }>({ hub: fileEntry });

const listed = {
  name: 'health_conflicts_listed',
  text: `select k.asked as "childId", ${columns}
    from ctx.keys(ctx.permitted('HEALTH', 'HEALTH', 'T3', 'READ')) k
    join health.entry_conflict c on c.child_id = k.held join health.waiting_list_entry e on e.id = c.entry_id
    where c.settled_at is null order by c.since, c.id limit 500`,
  parse: asStored,
};

const byId = `select c.child_id as "childId", ${columns}
  from health.entry_conflict c join health.waiting_list_entry e on e.id = c.entry_id where c.id = $1`;

const opening = `${added.insertion} on conflict (entry_id) where settled_at is null
  do update set file_said = excluded.file_said`;

const settling = `update health.entry_conflict c set settled_at = ctx.now(), settled_by = $2, taken = g.taken
  from jsonb_to_recordset($1) g("entryId" uuid, taken text) where c.entry_id = g."entryId" and c.settled_at is null`;

/** What a file left of one entry's conflict. */
export interface LeftConflict {
  readonly entryId: string;
  readonly childId: string;
  readonly providerOds: string;
  readonly after: ConflictAfter;
}

/** What files and changes by hand say differently of a provider's own entries. */
export class EntryConflictRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The open ones of children who are listed from the caller's relationships, the oldest first: 500 at most. */
  listed(permit: Permit, from: Listing): Promise<SeenChildren<StoredConflict>> {
    return this.unit.readListed([permit], from, { ...listed, values: [] });
  }

  /** The row to be settled, held until the write ends; null where there is none to be seen. */
  forUpdate(writing: Writing, id: string): Promise<EntryConflictRow | null> {
    return writing.findForUpdate(EntryConflictRow, { id });
  }

  /** The conflict as this write leaves it. */
  async written(writing: Writing, id: string): Promise<StoredConflict | null> {
    return (await writing.query(byId, [id])).map(asStored)[0] ?? null;
  }

  /** Ends the open conflict of an entry. */
  static async settle(writing: Writing, entryId: string, taken: ConflictSide, by: string): Promise<void> {
    await writing.query(settling, [JSON.stringify([{ entryId, taken }]), by]);
  }

  /** What is open of these entries, by entry. */
  static async openOf(writing: Writing, entryIds: readonly string[]): Promise<ReadonlyMap<string, UntakenWords>> {
    const rows = await writing.query(
      `select ${found.select('c')} from health.entry_conflict c where c.settled_at is null and c.entry_id = any ($1)`,
      [entryIds],
    );
    return new Map(rows.map(found.parser<RowOf<typeof found>>()).map(({ entryId, fileSaid }) => [entryId, fileSaid]));
  }

  /** Keeps what files left of entries' conflicts. */
  static async keep(writing: Writing, left: readonly LeftConflict[]): Promise<void> {
    const open = left.flatMap(({ after, ...of }) => ('open' in after ? [{ ...of, fileSaid: after.open }] : []));
    const ended = left.flatMap(({ after, entryId }) => ('taken' in after ? [{ entryId, taken: after.taken }] : []));
    if (open.length > 0) await writing.query(opening, [added.json(open)]);
    if (ended.length > 0) await writing.query(settling, [JSON.stringify(ended), 'file']);
  }
}
