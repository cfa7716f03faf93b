import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';
import { referralOf } from '../referral.js';
import { WaitingStatus } from '../status.js';
import { keepIntervals } from '../wait-interval.repository.js';
import type { ChildEntry } from './listed-entry.repository.js';

const joined = Columns.of(WaitingListEntryRow).only('id', 'childId');
const asJoined = joined.parser<RowOf<typeof joined>>();
const given = Columns.of(WaitingListEntryRow).only('childId', 'providerOds', 'entryRef', 'service');
const named = Columns.of(WaitingListEntryRow).only('childId', 'providerOds', 'receivedOn');

/** A row of a file, as far as it may be of an entry that was made in the hub. */
export interface OwnRow extends ChildEntry {
  readonly service: string;
  readonly open: boolean;
}

// A referral, or a redirect, that was made in the hub has a name of the hub's own until its provider's list brings the
// provider's: an open entry, and an open row of the same child and service that no file has told of before. The one that
// was received first has the first row.
const adopting = `
  with given as materialized (
    select g.*, k.held from jsonb_to_recordset($1) g(open boolean, ${given.recordset})
    join ctx.keys($2) k on k.asked = g."childId"
    where g.open and not exists (select from health.waiting_list_entry known
      where (known.provider_ods, known.entry_ref) = (g."providerOds", g."entryRef"))),
  made as (
    select e.id, e.entry_ref, g."childId", g."entryRef",
      dense_rank() over (partition by g."childId", e.provider_ods, e.service order by e.received_on, e.id) nth,
      dense_rank() over (partition by g."childId", e.provider_ods, e.service order by g."entryRef") row_nth
    from given g join health.waiting_list_entry e
      on e.child_id = g.held and e.provider_ods = g."providerOds" and e.service = g.service
    where e.from_file is null
      and e.status not in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR'))
  update health.waiting_list_entry e set entry_ref = made."entryRef" from made
  where e.id = made.id and made.nth = made.row_nth
  returning ${named.select('e')}, made.entry_ref as "entryRef"`;

/** Gives entries that were made in the hub their providers' own names, and the referrals that they are. */
export async function adoptMadeHere(writing: Writing, rows: readonly OwnRow[]): Promise<void> {
  const children = rows.map(({ childId }) => childId);
  const adopted = await writing.query<RowOf<typeof named> & { readonly entryRef: string }>(adopting, [
    ...[JSON.stringify(rows), children],
  ]);
  // Under its new name it is a referral when the row is written; under the old one it never was.
  const never = { status: WaitingStatus.ENTERED_IN_ERROR };
  await writing.relate(
    'T3',
    adopted.map((one) => referralOf({ ...one, ...never, statusOn: one.receivedOn })),
  );
}

// Whichever of the two lists came first; of records of one child alone, and not where each says that it follows the other.
const joining = `
  with said as (
    select e.id, p.id as gone_on_from, p.received_on
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    join ctx.keys($1) l on l.asked = k.asked join health.waiting_list_entry p on p.child_id = l.held
    where e.from_file ->> 'continuesFrom' = p.provider_ods || '|' || p.entry_ref
      and p.from_file ->> 'continuesFrom' is distinct from e.provider_ods || '|' || e.entry_ref
      and e.id <> p.id and p.continues_from is distinct from e.id and e.continues_from is distinct from p.id)
  update health.waiting_list_entry e set continues_from = said.gone_on_from, version = e.version + 1,
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
