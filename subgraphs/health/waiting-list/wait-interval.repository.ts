import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { breachedDays } from './breached-days.js';
import type { Wait } from './clock.js';
import { effectiveHistory } from './history.js';
import type { ClockStep } from './run.js';
import { type Standard, standardOf } from './standard.js';
import { shownStandard } from './stored-entry.js';
import { WaitIntervalRow } from './wait-interval.row.js';
import { waitIntervals } from './wait-intervals.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';

const interval = Columns.of(WaitIntervalRow);
const { key, rest } = interval.parted();
const whose = Columns.of(WaitingListEntryRow).only(
  ...(['id', 'childId', 'service', 'providerOds', 'receivedOn', 'continuesFrom', 'confidential'] as const),
  ...(['baselineOutcomeOn', 'carePlanOn', 'ageAtReferral'] as const),
);
const step = Columns.of(WaitingListChangeRow).only(
  ...(['id', 'to', 'effectiveOn', 'corrects', 'firstAppointment', 'properlyOffered', 'rttStatus'] as const),
);

/** An entry, every step of it, and what it may be measured by. */
interface Kept extends RowOf<typeof whose> {
  readonly history: readonly ClockStep[];
  readonly standards: readonly Standard[];
}

const asKept = whose.parser<Kept>({ history: step, standards: shownStandard });

const finding = `select ${whose.select('e')},
    (select ${step.list('c', 'c.id')} from health.waiting_list_change c where c.entry_id = e.id) as history,
    (select ${shownStandard.list('s', 's.id')} from health.standard s
      where s.service = e.service and coalesce(s.provider, e.provider_ods) = e.provider_ods) as standards
  from health.waiting_list_entry e where e.id = any ($1)`;

// Days that are as they were stay as they are.
const keeping = `with given as materialized (select * from jsonb_to_recordset($2) x(${interval.recordset})),
  gone as (
    delete from ${interval.table} held where held.entry_id = any ($1) and not exists (
      select from given g where (${key.values('g')}) = (${key.names('held')})))
  insert into ${interval.table} as held (${interval.names()}) select ${interval.values('given')} from given
  on conflict (${key.names()}) do update set ${rest?.renewal ?? ''}`;

/**
 * Makes the days of these entries what their histories come to. Every write that adds or changes an entry, or a step of one,
 * calls it when it is done with them, in the same transaction.
 */
export async function keepIntervals(writing: Writing, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  const entries = (await writing.query(finding, [entryIds])).map(asKept);
  const rows = entries.flatMap(daysOf);
  await writing.query(keeping, [entryIds, interval.json(rows)]);
}

function daysOf(kept: Kept): WaitIntervalRow[] {
  const { id: entryId, childId, service, providerOds, receivedOn, confidential, baselineOutcomeOn, carePlanOn } = kept;
  const history = effectiveHistory(kept.history);
  const wait: Wait = {
    ...{ standard: standardOf(kept.standards, kept), receivedOn, history, baselineOutcomeOn, carePlanOn, diedOn: null },
  };
  return waitIntervals(kept).map((days) => ({
    ...{ entryId, childId, service, providerOds, receivedOn, confidential, ...days },
    ...breachedDays(wait, days),
  }));
}
