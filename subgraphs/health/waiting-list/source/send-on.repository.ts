import { randomUUID } from 'node:crypto';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { addMadeHere } from '../made-here.repository.js';
import { sentOn } from '../new-entry.js';
import { referralOf } from '../referral.js';
import { WaitingStatus } from '../status.js';
import { keepIntervals } from '../wait-interval.repository.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';
import { addHistory } from './file-history.repository.js';
import { stepOf } from './file-step.js';
import { knowProviders } from './listed-entry.repository.js';
import type { Redirect, RedirectTakenBack } from './redirect.js';

const row = Columns.of(WaitingListEntryRow);
const asSentOn = row.parser<WaitingListEntryRow & { readonly unnamed: boolean }>();
const onward = row.only('id', 'service', 'providerOds', 'statusOn');

// Not where the wait goes on already, nor where the other provider has listed the child for this very service: by an open
// entry, or by one that was received since the first referral and closed since the child was sent.
const finding = `
  select ${row.select('e')}, health.is_unnamed(e.service, e.provider_ods, e.received_on) as unnamed
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

// Made here for a redirect that the file now tells otherwise, and that its provider has not taken up: it was never to be.
const mistaken = row.only('id', 'childId', 'providerOds', 'entryRef', 'receivedOn', 'cameOn');
const asMistaken = mistaken.parser<RowOf<typeof mistaken> & { readonly on: string }>();
const takingBack = `
  update health.waiting_list_entry n set status = 'ENTERED_IN_ERROR', status_on = greatest(n.status_on, g."statusOn"),
    version = n.version + 1, changed_by = $2, changed_at = ctx.now()
  from jsonb_to_recordset($1) g(${onward.recordset})
  where n.continues_from = g.id and n.status = 'REFERRED' and n.entry_ref = 'hub-' || n.id
    and (n.provider_ods, n.service) is distinct from (g."providerOds", g.service)
  returning ${mistaken.select('n')}, n.status_on::text as "on"`;

/** Takes back the entries that a redirect had made which is told otherwise now. */
async function takeBack(writing: Writing, where: string, reason: string, by: string): Promise<void> {
  const gone = (await writing.query(takingBack, [where, by])).map(asMistaken);
  if (gone.length === 0) return;
  const [from, to] = [WaitingStatus.REFERRED, WaitingStatus.ENTERED_IN_ERROR];
  const steps = gone.map(({ id: entryId, childId, on }) =>
    stepOf({ entryId, childId, from }, { status: to, statusOn: on, step: {}, reason }),
  );
  await addHistory(writing, steps, by);
  await keepIntervals(
    writing,
    gone.map(({ id }) => id),
  );
  await writing.relate(
    'T3',
    gone.map(({ on: statusOn, ...entry }) => referralOf({ ...entry, status: to, statusOn })),
  );
  await writing.emit(
    'waiting-list-entry-changed',
    gone.map(({ childId }) => childId),
  );
}

/**
 * Makes the entries by which children wait on who were sent on, as a file tells: once each, and not where they are there. One
 * that was made for what the file said before, and that its provider has not taken up, was a mistake. `by` is a person who
 * settled what the file says, or `file`, by which alone a provider becomes known.
 */
export async function sendOn(writing: Writing, redirects: readonly Redirect[], by = 'file'): Promise<void> {
  if (redirects.length === 0) return;
  const children = redirects.map(({ childId }) => childId);
  const where = redirects.map(({ entryId: id, on: statusOn, service, providerOds }) => ({
    ...{ id, statusOn, service, providerOds },
  }));
  await takeBack(writing, onward.json(where), 'Sent on elsewhere', by);
  const found = (await writing.query(finding, [onward.json(where), children])).map(asSentOn);
  const byEntry = new Map(redirects.map((one) => [one.entryId, one]));
  const made = found.flatMap(({ unnamed, ...entry }) => {
    const to = byEntry.get(entry.id);
    // What helps meanwhile at a service that is not named would name it where the wait goes on.
    const sent = unnamed ? { ...entry, supportWhileWaiting: [] } : entry;
    return to ? [sentOn(randomUUID(), sent, to, by)] : [];
  });
  const providers = made.map(({ providerOds }) => ({ ods: providerOds, name: null }));
  if (by === 'file') await knowProviders(writing, providers);
  await addMadeHere(writing, made, by);
}

/**
 * Takes back the entries that were made for redirects which a file says are none: the child waits where the file says. Not
 * where their providers have taken them up, for then two providers say different things of one child.
 */
export async function takeBackRedirects(writing: Writing, takenBack: readonly RedirectTakenBack[]): Promise<void> {
  if (takenBack.length === 0) return;
  const nowhere = takenBack.map(({ entryId: id, on: statusOn }) => ({
    id,
    statusOn,
    service: null,
    providerOds: null,
  }));
  await takeBack(writing, JSON.stringify(nowhere), 'It was not sent on', 'file');
}
