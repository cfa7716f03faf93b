import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import type { FileEntry, FileSaid } from '../file-said.js';
import { ProviderRow } from '../provider.row.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

/** What names an entry. */
export interface EntryName {
  readonly providerOds: string;
  readonly entryRef: string;
}

/** An entry, and the record of the child it is about. */
export interface ChildEntry extends EntryName {
  readonly childId: string;
}

/** An entry as a file leaves it. */
export interface ListedEntry extends ChildEntry {
  readonly entry: FileEntry;
  /** What the provider's files have said. */
  readonly fromFile: FileSaid | null;
}

const entry = Columns.of(WaitingListEntryRow).only(
  ...(['id', 'childId', 'providerOds', 'entryRef', 'service', 'status', 'statusOn', 'priority', 'receivedOn'] as const),
  ...(['nextStep', 'nextAppointmentOn', 'supportWhileWaiting', 'referredBy', 'clinicianName', 'fromFile'] as const),
  ...(['baselineOutcomeOn', 'carePlanOn', 'confidential', 'referralSource', 'ageAtReferral', 'sex'] as const),
  ...(['ethnicity', 'cameOn'] as const),
);
/** What files say of an entry, as it is held. */
export const fileEntry = entry.without('id', 'childId', 'providerOds', 'entryRef', 'fromFile', 'cameOn');

const named = entry.only('providerOds', 'entryRef');
const added = entry.without('id');
const changed = added.without('providerOds', 'entryRef', 'cameOn');
const provider = Columns.of(ProviderRow);
const asHeld = entry.parser<KnownEntry>();

/** An entry of a file that the hub holds already; `childId` is the record it stands under. */
export type KnownEntry = RowOf<typeof entry> & {
  /** The last day on which somebody changed it in the hub; null where nobody did. */
  readonly changedHereOn: string | null;
  /** Whether it was made in the hub and changed there since. */
  readonly changedSinceMade: boolean;
};

const finding = `
  select ${entry.select('e')}, e.from_file is null and e.version > 1 as "changedSinceMade",
    (greatest(case when e.changed_by <> 'file' then e.changed_at end, (select max(c.recorded_at)
      from health.waiting_list_change c where c.entry_id = e.id and c.recorded_by <> 'file'))
      at time zone 'Europe/London')::date::text as "changedHereOn"
  from health.waiting_list_entry e join jsonb_to_recordset($1) g(${named.recordset})
    on (${named.values('g')}) = (${named.names('e')})
  order by e.id`;

// What a file tells of may be another entry of the child than the one it names.
const holding = `select from health.waiting_list_entry e where e.id in (
    select o.id from health.waiting_list_entry o join jsonb_to_recordset($1) g(${named.recordset})
      on (${named.values('g')}) = (${named.names('o')})
    union select o.id from ctx.keys($2) k join health.waiting_list_entry o on o.child_id = k.held)
  order by e.id for update`;

const unsaid = {
  ...{ baselineOutcomeOn: null, carePlanOn: null, confidential: false, cameOn: null },
  ...{ referralSource: null, ageAtReferral: null, sex: null, ethnicity: null },
} as const;

// One that was added between the opening of this unit and here is the other unit's to have.
const adding = `${added.insertion} on conflict (provider_ods, entry_ref) do nothing
  returning ${entry.only('id', 'childId', 'providerOds', 'entryRef').select('held')}`;

const changing = `
  update health.waiting_list_entry e set ${changed.changes('g')}, version = e.version + g.changed::int,
    changed_by = case when g.changed then 'file' else e.changed_by end,
    changed_at = case when g.changed then ctx.now() else e.changed_at end
  from jsonb_to_recordset($1) g(id uuid, changed boolean, ${changed.recordset})
  where e.id = g.id`;

// What is about an entry goes with it to the record that it now stands under.
const following = ['waiting_list_change', 'referrer_told', 'entry_conflict', 'risk_considered'].map(
  (table) => `update health.${table} c set child_id = g."childId" from jsonb_to_recordset($1) g(id uuid, "childId" uuid)
    where c.entry_id = g.id and c.child_id <> g."childId"`,
);

/**
 * Locks what a file may change until the write ends, in the order in which a write by hand does: two at once wait for one
 * another, never for each other.
 */
export async function lockEntries(writing: Writing, given: readonly ChildEntry[]): Promise<void> {
  await writing.query(holding, [named.json(given), given.map(({ childId }) => childId)]);
}

/** The entries that are held already, whichever child they stand under. */
export async function knownEntries(writing: Writing, given: readonly EntryName[]): Promise<KnownEntry[]> {
  const known = await writing.query(finding, [named.json(given)]);
  return known.map(asHeld);
}

/** Adds entries. Returns those that were added. */
export async function addEntries(
  writing: Writing,
  given: readonly ListedEntry[],
): Promise<(ChildEntry & { readonly id: string })[]> {
  return writing.query(adding, [added.json(given.map(({ entry: said, ...one }) => ({ ...unsaid, ...said, ...one })))]);
}

/**
 * Changes entries, and whose they are, with their history; `changed` says whether what is shown of one does, which
 * counts as a new version of it.
 */
export async function changeEntries(
  writing: Writing,
  given: readonly (Pick<ListedEntry, 'childId' | 'entry' | 'fromFile'> & {
    readonly id: string;
    readonly changed: boolean;
  })[],
): Promise<void> {
  const rows = JSON.stringify(given.map(({ entry: said, ...one }) => ({ ...said, ...one })));
  await writing.query(changing, [rows]);
  for (const moving of following) await writing.query(moving, [rows]);
}

/** Makes the providers known, by their code where nobody has given a name. */
export async function knowProviders(
  writing: Writing,
  providers: readonly { readonly ods: string; readonly name: string | null }[],
): Promise<void> {
  const known = new Map(providers.map(({ ods, name }) => [ods, { odsCode: ods, name: name ?? ods }]));
  await writing.query(
    `${provider.insertion} on conflict (ods_code) do update set name = excluded.name
     where excluded.name <> excluded.ods_code and held.name <> excluded.name`,
    [provider.json([...known.values()])],
  );
}
