import { Columns } from '../../../platform/db/table/columns.js';
import type { Related } from '../../../platform/db/consequences.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { addMadeHere } from './made-here.repository.js';
import type { MadeChange } from './made-change.js';
import type { NewEntry } from './new-entry.js';
import { concernsNotBrought } from './not-brought.js';
import { referralOf } from './referral.js';
import { ReferrerToldRow } from './referrer-told.row.js';
import type { Telling } from './referrer-told.js';
import { RiskConsideredRow } from './risk-considered.row.js';
import { keepIntervals } from './wait-interval.repository.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** A change of one entry that was judged, and may be made. */
export interface AcceptedChange extends MadeChange {
  /** The entry as it stands, held until the write ends. */
  readonly row: WaitingListEntryRow;
  /** That the referrer was told; what was told before stays as it was recorded. */
  readonly telling?: Omit<Telling, 'id'>;
  /** That the risk to a child who was not brought was considered. */
  readonly considered?: Pick<RiskConsideredRow, 'consideredOn' | 'through'>;
  /** The entry by which a redirected child waits on. */
  readonly onward?: NewEntry;
}

// What a change of any kind may touch: a row that is held is written with all of it.
const changing = Columns.of(WaitingListEntryRow).only(
  ...(['id', 'status', 'statusOn', 'nextStep', 'nextAppointmentOn', 'supportWhileWaiting'] as const),
  ...(['baselineOutcomeOn', 'carePlanOn', 'version', 'changedBy'] as const),
);
const { key, rest } = changing.parted();
const changed = `update health.waiting_list_entry held set ${rest?.changes('x') ?? ''}, changed_at = ctx.now()
  from jsonb_to_recordset($1) x(${changing.recordset}) where (${key.names('held')}) = (${key.values('x')})`;
const step = Columns.of(WaitingListChangeRow).without('id', 'recordedAt', 'xid');
const telling = Columns.of(ReferrerToldRow).without('id', 'recordedAt');
const consideration = Columns.of(RiskConsideredRow).without('id', 'recordedAt');

/** The entry as it stands from now on. */
const after = ({ row, entry }: AcceptedChange) => Object.assign({}, row, entry);

/** Whose a row is that a change adds. */
const of = ({ row }: AcceptedChange, by: string) => ({ entryId: row.id, childId: row.childId, by });

/** The referrals that end another day than before, or end no longer. */
const referralsChanged = (changes: readonly AcceptedChange[]): Related[] =>
  changes.flatMap((one) => {
    const referral = referralOf(after(one));
    return referral.until === referralOf(one.row).until ? [] : [referral];
  });

/** The children of whom a change says for the first time that they were not brought. */
const notBrought = (changes: readonly AcceptedChange[]): string[] =>
  changes.flatMap(({ row, step: made }) => (made && concernsNotBrought(made, row.statusOn) ? [row.childId] : []));

/**
 * Changes entries, no two of them the same, and adds their steps to their histories; each referral follows: it ends a while
 * after a final status, and at once where the entry was entered in error. Each kind of row is written by one statement,
 * however many entries there are.
 */
export async function changeEntries(writing: Writing, changes: readonly AcceptedChange[], by: string): Promise<void> {
  if (changes.length === 0) return;
  const add = async <Row extends object>(into: Columns<Row>, rows: readonly Readonly<Row>[]): Promise<void> => {
    if (rows.length > 0) await writing.query(into.insertion, [into.json(rows)]);
  };
  const each = <Made>(made: (one: AcceptedChange) => Made | null | undefined) =>
    changes.flatMap((one) => {
      const found = made(one);
      return found ? [Object.assign(of(one, by), found)] : [];
    });
  const rows = changes.map((one) => Object.assign(after(one), { version: one.row.version + 1, changedBy: by }));
  const ids = changes.map(({ row }) => row.id);
  const children = changes.map(({ row }) => row.childId);
  // Sent in this order, none waiting for the answer to the one before it.
  await Promise.all([
    add(
      telling,
      each((one) => one.telling),
    ),
    add(
      consideration,
      each((one) => one.considered),
    ),
    writing.query(changed, [changing.json(rows)]),
    add(
      step,
      each((one) => one.step),
    ),
    writing.relate('T3', referralsChanged(changes)),
    keepIntervals(writing, ids),
    writing.emit('waiting-list-entry-changed', children),
    writing.emit('child-not-brought', notBrought(changes)),
  ]);
  const onward = changes.flatMap((one) => one.onward ?? []);
  await addMadeHere(writing, onward, by);
}
