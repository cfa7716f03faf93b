import type { Writing } from '../../../../platform/db/write-unit.js';
import type { FileEntry, HeldEntry } from './take-file.js';

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
  /** What the file itself said. */
  readonly fromFile: FileEntry;
}

/** An entry of a file that the hub holds already; `childId` is the record it stands under. */
export interface KnownEntry extends HeldEntry, ChildEntry {
  readonly id: string;
}

/** One change of status to be added to an entry's history. */
export interface FileChange {
  readonly entryId: string;
  readonly childId: string;
  readonly from: string | null;
  readonly to: string;
  readonly effectiveOn: string;
  readonly reason: string | null;
}

const shape = `service text, status text, "statusOn" date, priority text, "receivedOn" date, "nextStep" text,
  "nextAppointmentOn" date, "supportWhileWaiting" text[], "referredBy" text, "clinicianName" text`;

const finding = `
  select e.id, e.child_id "childId", e.provider_ods "providerOds", e.entry_ref "entryRef", e.service,
    e.status, e.status_on "statusOn", e.priority, e.received_on "receivedOn", e.next_step "nextStep",
    e.next_appointment_on "nextAppointmentOn", e.support_while_waiting "supportWhileWaiting",
    e.referred_by "referredBy", e.clinician_name "clinicianName", e.from_file "fromFile"
  from health.waiting_list_entry e join jsonb_to_recordset($1) g("providerOds" text, "entryRef" text)
    on g."providerOds" = e.provider_ods and g."entryRef" = e.entry_ref
  order by e.id for update of e`;

// One that was added between the opening of this unit and here is the other unit's to have.
const adding = `
  insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, priority, received_on,
    next_step, next_appointment_on, support_while_waiting, referred_by, clinician_name, from_file)
  select g."childId", g."providerOds", g."entryRef", v.service, v.status, v."statusOn", v.priority, v."receivedOn", v."nextStep",
    v."nextAppointmentOn", v."supportWhileWaiting", v."referredBy", v."clinicianName", g."fromFile"
  from jsonb_to_recordset($1) g("childId" uuid, "providerOds" text, "entryRef" text, entry jsonb, "fromFile" jsonb),
    jsonb_to_record(g.entry) v(${shape})
  on conflict (provider_ods, entry_ref) do nothing
  returning id, child_id "childId", provider_ods "providerOds", entry_ref "entryRef"`;

const changing = `
  update health.waiting_list_entry e set child_id = g."childId", service = v.service, status = v.status, status_on = v."statusOn",
    priority = v.priority, received_on = v."receivedOn", next_step = v."nextStep",
    next_appointment_on = v."nextAppointmentOn", support_while_waiting = v."supportWhileWaiting",
    referred_by = v."referredBy", clinician_name = v."clinicianName", from_file = g."fromFile",
    version = e.version + g.changed::int
  from jsonb_to_recordset($1) g(id uuid, "childId" uuid, changed boolean, entry jsonb, "fromFile" jsonb), jsonb_to_record(g.entry) v(${shape})
  where e.id = g.id`;

/** The entries that are held already, whichever child they stand under, locked until the write ends. */
export async function knownEntries(writing: Writing, given: readonly EntryName[]): Promise<KnownEntry[]> {
  const names = given.map(({ providerOds, entryRef }) => ({ providerOds, entryRef }));
  const known: KnownEntry[] = await writing.query(finding, [JSON.stringify(names)]);
  return known;
}

/** Adds entries. Returns those that were added. */
export async function addEntries(
  writing: Writing,
  given: readonly ListedEntry[],
): Promise<(ChildEntry & { readonly id: string })[]> {
  const added: (ChildEntry & { id: string })[] = await writing.query(adding, [JSON.stringify(given)]);
  return added;
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
  const rows = JSON.stringify(given);
  await writing.query(changing, [rows]);
  await writing.query(
    `update health.waiting_list_change c set child_id = g."childId" from jsonb_to_recordset($1) g(id uuid, "childId" uuid)
     where c.entry_id = g.id and c.child_id <> g."childId"`,
    [rows],
  );
}

/** Adds to the entries' histories what their provider's file brought. */
export async function addHistory(writing: Writing, changes: readonly FileChange[]): Promise<void> {
  await writing.query(
    `insert into health.waiting_list_change (entry_id, child_id, from_status, to_status, effective_on, recorded_by, reason)
     select "entryId", "childId", "from", "to", "effectiveOn", 'file', reason
     from jsonb_to_recordset($1) x("entryId" uuid, "childId" uuid, "from" text, "to" text, "effectiveOn" date, reason text)`,
    [JSON.stringify(changes)],
  );
}

/** Makes the providers known, by their code where nobody has given a name. */
export async function knowProviders(
  writing: Writing,
  providers: readonly { readonly ods: string; readonly name: string | null }[],
): Promise<void> {
  const named = new Map(providers.map(({ ods, name }) => [ods, name ?? ods]));
  await writing.query(
    `insert into health.provider as held (ods_code, name) select * from unnest($1::text[], $2::text[])
     on conflict (ods_code) do update set name = excluded.name
     where excluded.name <> excluded.ods_code and held.name <> excluded.name`,
    [[...named.keys()], [...named.values()]],
  );
}
