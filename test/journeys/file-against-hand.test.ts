import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';
import { recordId } from '../support/sight.js';

let hub: TestHub;
const clinician = { persona: 'camhs-clinician' } as const;
const elsewhere = { persona: 'salt-therapist' } as const;
const operation = (named: string): string => operations().find(({ name }) => name === named)?.text ?? '';

interface Conflict {
  readonly id: string;
  readonly entry: { readonly id: string; readonly status: string; readonly version: number } | null;
  readonly values: readonly object[];
}

async function conflictsFor(as: As): Promise<Conflict[]> {
  const { body } = await hub.post(as, operation('waiting-list-conflicts'));
  expect(body.errors).toBeUndefined();
  return body.data?.['waitingListConflicts'] as Conflict[];
}

const settle = async (as: As, id: string, side: 'FILE' | 'HUB', key: string = randomUUID(), expectedVersion = 2) =>
  (await hub.post(as, operation('settle-conflict'), { id, take: side, expectedVersion, idempotencyKey: key })).body;

/** The entry of a child, its status changed by hand after a file, and then a file of an earlier step. */
async function atOdds(of: Pupil, over: Record<string, string> = {}): Promise<Conflict> {
  const before = new Set((await conflictsFor(clinician)).map(({ id }) => id));
  await take(hub, 'waiting-list', [listed(of, 'ACCEPTED_WAITING')]);
  await bookedByHand(of);
  await take(hub, 'waiting-list', [
    listed(of, 'ON_HOLD', { status_on: '2026-11-05', reason: 'Abroad', next_step: 'Ring in the new year', ...over }),
  ]);
  const opened = (await conflictsFor(clinician)).find(({ id }) => !before.has(id));
  if (!opened) throw new TypeError('no conflict was opened');
  return opened;
}

const bookedByHand = (of: Pupil): Promise<void> =>
  byHand(of, {
    ...{ to: 'BOOKED', effectiveOn: '2026-11-10', nextStep: 'First assessment', nextAppointmentOn: '2026-12-01' },
  });

async function byHand(of: Pupil, change: object): Promise<void> {
  const { rows } = await hub.admin.query<{ id: string; version: number }>(
    'select id, version from health.waiting_list_entry where child_id = $1',
    [await recordId(hub, 'waiting-list:XAC01', numberOf(of))],
  );
  const input = { id: rows[0]?.id, expectedVersion: rows[0]?.version, idempotencyKey: randomUUID() };
  const { body } = await hub.post(clinician, operation('update-waiting-list-entry'), {
    input: { ...input, ...change },
  });
  expect(body.data?.['updateWaitingListEntry']).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
}

const stepsOf = async (entryId: string | undefined) =>
  (
    await hub.admin.query<{ step: string }>(
      `select concat_ws(' ', from_status, to_status, effective_on, case recorded_by when 'file' then 'file' else 'hand' end) step
       from health.waiting_list_change where entry_id = $1 order by id`,
      [entryId],
    )
  ).rows.map(({ step }) => step);

const asRead = ['ACCEPTED_WAITING 2026-11-02 file', 'ACCEPTED_WAITING BOOKED 2026-11-10 hand'];

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

describe('an older step of a provider’s file', () => {
  it('does not take the place of a newer change by hand, and is told to that provider alone', async () => {
    const conflict = await atOdds(pupil(1));
    expect(conflict).toMatchObject({
      entry: { status: 'BOOKED', version: 2 },
      values: [
        { field: 'status', file: 'ON_HOLD', hub: 'BOOKED' },
        { field: 'statusOn', file: '2026-11-05', hub: '2026-11-10' },
        { field: 'nextStep', file: 'Ring in the new year', hub: 'First assessment' },
      ],
    });
    expect(await stepsOf(conflict.entry?.id)).toEqual(asRead);
    expect(await conflictsFor(elsewhere)).toEqual([]);
  });

  it('is settled for what stands, and nothing changes', async () => {
    const { id, entry } = await atOdds(pupil(2));
    expect(await settle(clinician, id, 'HUB')).toMatchObject({
      data: { settleConflict: { id, taken: 'HUB', entry: { status: 'BOOKED', version: 2 } } },
    });
    expect(await stepsOf(entry?.id)).toEqual(asRead);
    expect((await conflictsFor(clinician)).map((open) => open.id)).not.toContain(id);
  });

  it('is settled for the file, once for a key: a step of its own, after which the changed one counts for nothing', async () => {
    const { id, entry } = await atOdds(pupil(3));
    const key = randomUUID();
    const answer = await settle(clinician, id, 'FILE', key);
    expect(answer).toMatchObject({
      data: { settleConflict: { taken: 'FILE', values: [], entry: { status: 'ON_HOLD', version: 3 } } },
    });
    expect(await settle(clinician, id, 'FILE', key)).toEqual(answer);
    expect(await stepsOf(entry?.id)).toEqual([...asRead, 'BOOKED ON_HOLD 2026-11-05 hand']);
    expect(await settle(clinician, id, 'HUB')).toMatchObject({ errors: [{ extensions: { code: 'CONFLICT' } }] });
  });

  it('is not settled by whoever saw the entry before its last change, and nothing changes', async () => {
    const { id, entry } = await atOdds(pupil(11));
    const refused = { errors: [{ extensions: { code: 'CONFLICT' } }] };
    for (const side of ['FILE', 'HUB'] as const)
      expect(await settle(clinician, id, side, randomUUID(), 1)).toMatchObject(refused);
    expect(await stepsOf(entry?.id)).toEqual(asRead);
    expect((await conflictsFor(clinician)).map((open) => open.id)).toContain(id);
  });

  it('is nobody else’s to see or to settle, a provider of the same child’s among them', async () => {
    const { id, entry } = await atOdds(pupil(4));
    await take(hub, 'waiting-list', [
      listed(pupil(4), 'REFERRED', { provider_ods: 'XSL02', entry_ref: 'SALT-4', service: 'SALT' }),
    ]);
    expect(await conflictsFor(elsewhere)).toEqual([]);
    for (const unknown of [id, randomUUID(), 'none'])
      expect(await settle(elsewhere, unknown, 'FILE')).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
    expect(await stepsOf(entry?.id)).toEqual(asRead);
  });

  it('is no conflict any more where a later file agrees, or goes past both', async () => {
    const agreeing = await atOdds(pupil(5));
    const says = { status_on: '2026-11-10', next_step: 'First assessment', next_appointment_on: '2026-12-01' };
    await take(hub, 'waiting-list', [listed(pupil(5), 'BOOKED', says)]);
    const passed = await atOdds(pupil(6));
    await take(hub, 'waiting-list', [listed(pupil(6), 'SEEN_FIRST', { status_on: '2026-11-19' })]);
    const open = (await conflictsFor(clinician)).map(({ id }) => id);
    expect(open).not.toContain(agreeing.id);
    expect(open).not.toContain(passed.id);
    expect(await stepsOf(passed.entry?.id)).toEqual([...asRead, 'BOOKED SEEN_FIRST 2026-11-19 file']);
  });

  it('said again opens nothing anew', async () => {
    const { id } = await atOdds(pupil(7));
    const said = listed(pupil(7), 'ON_HOLD', {
      status_on: '2026-11-05',
      reason: 'Abroad',
      next_step: 'Ring in the new year',
    });
    expect(await take(hub, 'waiting-list', [said])).toMatchObject({ written: 0, unchanged: 1 });
    expect((await conflictsFor(clinician)).filter((open) => open.id === id)).toHaveLength(1);
  });
});

describe('a provider’s first row of an entry that was made in the hub', () => {
  it('does not undo in silence what was said of it by hand', async () => {
    const of = pupil(12);
    await take(hub, 'waiting-list', [listed(of, 'ACCEPTED_WAITING')]);
    const childId = await recordId(hub, 'waiting-list:XAC01', numberOf(of));
    const own = { service: 'MENTAL_HEALTH_SUPPORT_TEAM', providerId: 'XAC01', receivedOn: '2026-10-05' };
    const referral = { childId, ...own, referredBy: 'CAMHS', idempotencyKey: randomUUID() };
    const { body } = await hub.post(clinician, operation('refer'), { input: referral });
    const { entry } = body.data?.['refer'] as { entry: { id: string } };
    const said = { nextStep: 'A group from January', carePlanOn: '2026-11-10' };
    const change = { to: 'REFERRED', effectiveOn: '2026-11-10', idempotencyKey: randomUUID(), ...said };
    const input = { id: entry.id, expectedVersion: 1, ...change };
    expect((await hub.post(clinician, operation('update-waiting-list-entry'), { input })).body.data).toMatchObject({
      updateWaitingListEntry: { __typename: 'WaitingListEntryUpdated' },
    });
    const row = { service: own.service, entry_ref: `MHST-${of.upn}`, received_on: own.receivedOn, care_plan_on: '' };
    await take(hub, 'waiting-list', [
      listed(of, 'REFERRED', { ...row, status_on: '2026-10-05', next_step: 'Triage', clinician_name: '' }),
    ]);
    const { rows } = await hub.admin.query(
      `select next_step "nextStep", care_plan_on::text "carePlanOn", entry_ref ref from health.waiting_list_entry where id = $1`,
      [entry.id],
    );
    expect(rows).toEqual([{ ...said, ref: row.entry_ref }]);
    const conflict = (await conflictsFor(clinician)).find((open) => open.entry?.id === entry.id);
    expect(conflict?.values).toEqual([
      { field: 'nextStep', file: 'Triage', hub: said.nextStep },
      { field: 'carePlanOn', file: null, hub: said.carePlanOn },
    ]);
  });
});

describe('a redirect that a file tells against a change by hand', () => {
  const onward = async (entryId: string | undefined) =>
    (
      await hub.admin.query<object>(
        `select provider_ods provider, service, received_on::text received, status, changed_by <> 'file' "byHand"
         from health.waiting_list_entry where continues_from = $1`,
        [entryId],
      )
    ).rows;
  const sent = { status: 'REDIRECTED', next_step: '', redirect_to: '', redirect_provider: 'XSL02' };

  it('sends the child on where the file’s word is taken: nobody falls off every list', async () => {
    const of = pupil(13);
    const { id, entry } = await atOdds(of, sent);
    expect(await onward(entry?.id)).toEqual([]);
    expect(await settle(clinician, id, 'FILE')).toMatchObject({ data: { settleConflict: { taken: 'FILE' } } });
    expect(await onward(entry?.id)).toEqual([
      { provider: 'XSL02', service: 'CAMHS', received: '2026-09-07', status: 'REFERRED', byHand: true },
    ]);
    const { rows } = await hub.admin.query(
      `select from access.relationship where grantee = 'org:XSL02' and now() <@ valid and child_id = $1`,
      [await recordId(hub, 'waiting-list:XAC01', numberOf(of))],
    );
    expect(rows).toHaveLength(1);
  });

  it('that was made by hand is not denied while the wait goes on where the child was sent', async () => {
    const of = pupil(14);
    await take(hub, 'waiting-list', [listed(of, 'ACCEPTED_WAITING')]);
    await byHand(of, {
      ...{ to: 'REDIRECTED', effectiveOn: '2026-11-10', reason: 'Nearer', redirectTo: 'CAMHS' },
      redirectProviderId: 'XSL02',
    });
    await take(hub, 'waiting-list', [listed(of, 'ON_HOLD', { status_on: '2026-11-05', reason: 'Abroad' })]);
    const [{ id, entry } = { id: '', entry: null }] = (await conflictsFor(clinician)).filter(
      (open) => open.entry?.status === 'REDIRECTED',
    );
    expect(await settle(clinician, id, 'FILE')).toMatchObject({
      errors: [{ message: expect.stringContaining('The wait goes on'), extensions: { code: 'CONFLICT' } }],
    });
    await hub.admin.query(
      `update health.waiting_list_entry set status = 'ENTERED_IN_ERROR' where continues_from = $1`,
      [entry?.id],
    );
    expect(await settle(clinician, id, 'FILE')).toMatchObject({
      data: { settleConflict: { taken: 'FILE', entry: { status: 'ON_HOLD' } } },
    });
  });
});

describe('a file and a change by hand at one time', () => {
  const waitsForALock = async () => {
    const { rows } = await hub.admin.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  };

  /** What happens while an entry is held by somebody else, once it is waited for. */
  async function whileHeld(entryId: string, begin: () => Promise<unknown>, then: (holder: Client) => Promise<void>) {
    const holder = new Client({ connectionString: hub.adminUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from health.waiting_list_entry where id = $1 for update', [entryId]);
    const begun = begin();
    while (!(await waitsForALock())) await delay(20);
    await then(holder);
    await holder.query('commit');
    await holder.end();
    return begun;
  }

  it('hold an entry before what is about it, so that neither waits for the other for ever', async () => {
    const { id, entry } = await atOdds(pupil(15));
    const settled = await whileHeld(
      entry?.id ?? '',
      () => settle(clinician, id, 'HUB'),
      async (file) => {
        const { rows } = await file.query('select from health.entry_conflict where id = $1 for update nowait', [id]);
        expect(rows).toHaveLength(1);
      },
    );
    expect(settled).toMatchObject({ data: { settleConflict: { taken: 'HUB' } } });
  });

  it('hold entries in one order, those made in the hub among them', async () => {
    const [first, last] = [
      { of: pupil(16), id: '00000000-0000-4000-8000-000000000016', ref: `REF-${pupil(16).upn}` },
      { of: pupil(17), id: 'ffffffff-ffff-4fff-8fff-ffffffffff17', ref: 'hub-ffffffff-ffff-4fff-8fff-ffffffffff17' },
    ] as const;
    for (const { of, id, ref } of [first, last]) {
      await take(hub, 'waiting-list', [
        listed(of, 'REFERRED', { provider_ods: 'XSL02', entry_ref: `SALT-${of.upn}`, service: 'SALT' }),
      ]);
      await hub.admin.query(
        `with e as (insert into health.waiting_list_entry (id, child_id, provider_ods, entry_ref, service, status, status_on, received_on)
           values ($1, $2, 'XAC01', $3, 'CAMHS', 'REFERRED', '2026-09-07', '2026-09-07') returning id, child_id)
         insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by)
         select id, child_id, 'REFERRED', '2026-09-07', 'file' from e`,
        [id, await recordId(hub, 'waiting-list:XSL02', numberOf(of)), ref],
      );
    }
    const rows = [first, last].map(({ of }) => listed(of, 'TRIAGE'));
    await whileHeld(
      first.id,
      () => take(hub, 'waiting-list', rows),
      async (hand) => {
        const { rows: free } = await hand.query(
          'select from health.waiting_list_entry where id = $1 for update skip locked',
          [last.id],
        );
        expect(free).toHaveLength(1);
      },
    );
    const { rows: now } = await hub.admin.query<{ status: string }>(
      'select status from health.waiting_list_entry where id = any ($1)',
      [[first.id, last.id]],
    );
    expect(now.map(({ status }) => status)).toEqual(['TRIAGE', 'TRIAGE']);
  });
});

describe('two rows of one file', () => {
  it('for one referral that disagree are one row and a rejection, and nothing is half done', async () => {
    const rows = [listed(pupil(9), 'ACCEPTED_WAITING'), listed(pupil(9), 'TRIAGE')];
    await expect(take(hub, 'waiting-list', rows)).rejects.toThrow('{"contradicts-an-earlier-row":1}');
    const { rows: kept } = await hub.admin.query<{ status: string }>(
      'select status from health.waiting_list_entry where child_id = $1',
      [await recordId(hub, 'waiting-list:XAC01', numberOf(pupil(9)))],
    );
    expect(kept).toEqual([{ status: 'ACCEPTED_WAITING' }]);
  });
});

describe('files one after the other', () => {
  it('make the history of an entry, and put a step right by a correction of it', async () => {
    const of = pupil(8);
    const offered = {
      appointment_on: '2026-11-12',
      first_appointment: 'Y',
      properly_offered: 'N',
      as_at: '2026-11-06',
    };
    await take(hub, 'waiting-list', [
      listed(of, 'ACCEPTED_WAITING', { ...offered, appointment_on: '', as_at: '2026-11-02' }),
    ]);
    await take(hub, 'waiting-list', [listed(of, 'BOOKED', { ...offered, status_on: '2026-11-05' })]);
    const right = { ...offered, properly_offered: 'Y', as_at: '2026-11-08' };
    await take(hub, 'waiting-list', [listed(of, 'BOOKED', { ...right, status_on: '2026-11-05' })]);
    const missed = { ...right, status_on: '2026-11-12', was_not_brought: '3', as_at: '2026-11-13' };
    await take(hub, 'waiting-list', [listed(of, 'DID_NOT_ATTEND', missed)]);
    // An older list that comes late changes nothing.
    await take(hub, 'waiting-list', [listed(of, 'ACCEPTED_WAITING', { ...offered, as_at: '2026-11-09' })]);
    const { rows } = await hub.admin.query(
      `select c.to_status "to", c.properly_offered offered, c.was_not_brought missed, c.corrects is not null correcting
       from health.waiting_list_change c join health.waiting_list_entry e on e.id = c.entry_id
       where e.child_id = $1 order by c.id`,
      [await recordId(hub, 'waiting-list:XAC01', numberOf(of))],
    );
    expect(rows).toEqual([
      { to: 'ACCEPTED_WAITING', offered: false, missed: false, correcting: false },
      { to: 'BOOKED', offered: false, missed: false, correcting: false },
      { to: 'BOOKED', offered: true, missed: false, correcting: true },
      { to: 'DID_NOT_ATTEND', offered: true, missed: true, correcting: false },
    ]);
  });
});
