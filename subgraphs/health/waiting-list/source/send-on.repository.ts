import { randomUUID } from 'node:crypto';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { addMadeHere } from '../made-here.repository.js';
import { sentOn } from '../new-entry.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';
import { knowProviders } from './listed-entry.repository.js';
import type { Redirect } from './redirect.js';

const row = Columns.of(WaitingListEntryRow);
const asRow = row.parser<WaitingListEntryRow>();
const onward = row.only('id', 'service', 'providerOds', 'statusOn');

// Not where the wait goes on already, nor where the other provider has listed the child for this very service: by an open
// entry, or by one that was received since the first referral and closed since the child was sent.
const finding = `
  select ${row.select('e')}
  from jsonb_to_recordset($1) g(${onward.recordset}) join health.waiting_list_entry e on e.id = g.id
  where not exists (
      select from health.waiting_list_entry n where n.continues_from = e.id and n.status <> 'ENTERED_IN_ERROR')
    and not exists (
      select from ctx.keys($2) k join ctx.keys($2) l on l.asked = k.asked
      join health.waiting_list_entry o on o.child_id = l.held
      where k.held = e.child_id and o.id <> e.id and o.provider_ods = g."providerOds" and o.service = g.service
        and o.status <> 'ENTERED_IN_ERROR'
        and (o.status not in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN')
          or (o.received_on >= e.received_on and o.status_on >= g."statusOn")))`;

/** Makes the entries by which children wait on who were sent on, as a file tells: once each, and not where they are there. */
export async function sendOn(writing: Writing, redirects: readonly Redirect[]): Promise<void> {
  if (redirects.length === 0) return;
  const children = redirects.map(({ childId }) => childId);
  const where = redirects.map(({ entryId: id, on: statusOn, service, providerOds }) => ({
    ...{ id, statusOn, service, providerOds },
  }));
  const found = (await writing.query(finding, [onward.json(where), children])).map(asRow);
  const byEntry = new Map(redirects.map((one) => [one.entryId, one]));
  const made = found.flatMap((entry) => {
    const to = byEntry.get(entry.id);
    return to ? [sentOn(randomUUID(), entry, to, 'file')] : [];
  });
  await knowProviders(
    writing,
    made.map(({ providerOds }) => ({ ods: providerOds, name: null })),
  );
  await addMadeHere(writing, made, 'file');
}
