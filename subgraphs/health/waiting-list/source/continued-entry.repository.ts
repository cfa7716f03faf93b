import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';
import { referralOf } from '../referral.js';
import { WaitingStatus } from '../status.js';
import { keepIntervals } from '../wait-interval.repository.js';
import type { ChildEntry } from './listed-entry.repository.js';

const joined = Columns.of(WaitingListEntryRow).only('id', 'childId');
const asJoined = joined.parser<RowOf<typeof joined>>();
const named = Columns.of(WaitingListEntryRow).only(
  'childId',
  'providerOds',
  'receivedOn',
  'cameOn',
  'status',
  'statusOn',
);
const asNamed = named.parser<Adopted>();
const told = Columns.of(WaitingListEntryRow).only(
  'childId',
  'providerOds',
  'entryRef',
  'service',
  'statusOn',
  'receivedOn',
);

/** A row of a file, as far as it may be of an entry that was made in the hub. */
export interface OwnRow extends ChildEntry {
  readonly service: string;
  readonly open: boolean;
  readonly statusOn: string;
  readonly receivedOn: string;
  /** 'provider|reference' of the entry whose wait it says goes on in it. */
  readonly continuesFrom: string | null;
}

interface Adopted extends RowOf<typeof named> {
  readonly entryRef: string;
  /** The name it had until now. */
  readonly madeAs: string;
}

// A referral, or a redirect, that was made in the hub has a name of the hub's own until its provider's list brings the
// provider's, by a row that no file has told of before.
const given = `given as materialized (
    select g.*, k.held
    from jsonb_to_recordset($1) g(open boolean, "continuesFrom" text, ${told.recordset})
    join ctx.keys($2) k on k.asked = g."childId"
    where not exists (select from health.waiting_list_entry known
      where (known.provider_ods, known.entry_ref) = (g."providerOds", g."entryRef")))`;
const unnamed = `e.entry_ref = 'hub-' || e.id
      and e.status not in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR')`;
const naming = `update health.waiting_list_entry e set entry_ref = made."entryRef" from made
  where e.id = made.id and made.nth = made.row_nth
  returning ${named.select('e')}, e.entry_ref as "entryRef", made.entry_ref as "madeAs"`;

// Where the row says by name whose wait goes on in it, it is the entry that goes on from there, whatever became of it since.
const byName = `
  with ${given},
  made as (
    select e.id, e.entry_ref, g."entryRef",
      row_number() over (partition by g."providerOds", g."entryRef" order by e.id) nth,
      row_number() over (partition by e.id order by g."entryRef") row_nth
    from given g join health.waiting_list_entry p on g."continuesFrom" = p.provider_ods || '|' || p.entry_ref
    join health.waiting_list_entry e on e.continues_from = p.id and e.child_id = g.held and e.provider_ods = g."providerOds"
    where ${unnamed})
  ${naming}`;

// Otherwise an open row of the same child and service; and where the child was sent there, one that was closed since. The one
// that was received first has the first row.
const byPlace = `
  with ${given},
  made as (
    select e.id, e.entry_ref, g."childId", g."entryRef",
      dense_rank() over (partition by g."childId", e.provider_ods, e.service order by e.received_on, e.id) nth,
      dense_rank() over (partition by g."childId", e.provider_ods, e.service order by g."entryRef") row_nth
    from given g join health.waiting_list_entry e
      on e.child_id = g.held and e.provider_ods = g."providerOds" and e.service = g.service
    where ${unnamed}
      and (g.open or (e.continues_from is not null and g."receivedOn" >= e.received_on and g."statusOn" >= e.status_on)))
  ${naming}`;

/** Gives entries that were made in the hub their providers' own names, and the referrals that they are. */
export async function adoptMadeHere(writing: Writing, rows: readonly OwnRow[]): Promise<void> {
  const children = rows.map(({ childId }) => childId);
  const values = [JSON.stringify(rows), children];
  const found = [...(await writing.query(byName, values)), ...(await writing.query(byPlace, values))];
  const adopted = found.map(asNamed);
  // Under its new name it is the same referral; under the old one it never was.
  const never = { status: WaitingStatus.ENTERED_IN_ERROR };
  const before = adopted.map((one) => referralOf({ ...one, ...never, entryRef: one.madeAs }));
  await writing.relate('T3', [...before, ...adopted.map(referralOf)]);
}

// Whichever of the two lists came first; of records of one child alone, and not where each says that it follows the other. Nor
// where somebody sent the child here: then that is where the wait comes from, whatever else a list says.
const joining = `
  with said as (
    select e.id, p.id as gone_on_from, p.received_on
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    join ctx.keys($1) l on l.asked = k.asked join health.waiting_list_entry p on p.child_id = l.held
    where e.from_file ->> 'continuesFrom' = p.provider_ods || '|' || p.entry_ref
      and p.from_file ->> 'continuesFrom' is distinct from e.provider_ods || '|' || e.entry_ref
      and e.id <> p.id and p.continues_from is distinct from e.id and e.continues_from is distinct from p.id
      and not exists (select from health.waiting_list_change c where c.entry_id = e.continues_from
        and c.to_status = 'REDIRECTED' and c.redirect_provider = e.provider_ods))
  update health.waiting_list_entry e set continues_from = said.gone_on_from, version = e.version + 1,
    came_on = coalesce(e.came_on, nullif(e.received_on, least(e.received_on, said.received_on))),
    received_on = least(e.received_on, said.received_on), changed_by = 'file', changed_at = ctx.now()
  from said where e.id = said.id
  returning ${joined.select('e')}`;

/**
 * Joins entries of these children to those that files say their waits go on from, and gives them the day on which the child
 * was first referred.
 */
export async function joinContinued(writing: Writing, children: readonly string[]): Promise<void> {
  const entries = (await writing.query(joining, [children])).map(asJoined);
  if (entries.length === 0) return;
  await keepIntervals(
    writing,
    entries.map(({ id }) => id),
  );
  await writing.emit(
    'waiting-list-entry-changed',
    entries.map(({ childId }) => childId),
  );
}
