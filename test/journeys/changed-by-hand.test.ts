import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const clinician: As = { persona: 'camhs-clinician' };
const elsewhere: As = { persona: 'health-admin', provider: 'XSL02' };
const senco: As = { persona: 'senco' };
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';

interface Change {
  readonly id: string;
  readonly to: string;
  readonly corrects: string | null;
}

interface Entry {
  readonly id: string;
  readonly service: string;
  readonly status: string;
  readonly provider: { readonly id: string };
  readonly receivedOn: string;
  readonly nextAppointmentOn: string | null;
  readonly version: number;
  readonly history: readonly Change[];
}

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into health.provider values ('XAC01', 'Aldermere CAMHS'), ('XSL02', 'Aldermere Therapies')`,
  );
});

afterAll(() => hub.close());

/** A child who waits at CAMHS and whom the school may see, and the entry. */
async function waitingChild(): Promise<{ child: string; entry: string }> {
  const { provider, school } = place;
  const child = await arrangeChild(hub.admin, [
    { basis: 'REFERRAL', grantee: `org:${provider}` },
    { basis: 'SCHOOL_ROLL', grantee: `org:${school}` },
  ]);
  const { rows } = await hub.admin.query<{ id: string }>(
    'select id from health.waiting_list_entry where child_id = $1',
    [child],
  );
  await hub.admin.query(
    `insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by)
     values ($1, $2, 'ACCEPTED_WAITING', '2026-09-01', 'file')`,
    [rows[0]?.id, child],
  );
  return { child, entry: rows[0]?.id ?? '' };
}

async function change(as: As, id: string, given: object, key: string = randomUUID()) {
  const input = { id, expectedVersion: 1, effectiveOn: '2026-11-20', idempotencyKey: key, ...given };
  const { body } = await hub.post(as, update, { input });
  return { answer: body.data?.['updateWaitingListEntry'] as Record<string, unknown> | null, errors: body.errors };
}

/** A child's entries as somebody sees them; null where the child is not shown. */
async function seen(as: As, child: string): Promise<Entry[] | null> {
  const question = `query Waits($id: ID!) { child(id: $id) { health { waiting {
    id service status provider { id } receivedOn nextAppointmentOn version history { id to corrects } } } } }`;
  const { body } = await hub.post(as, question, { id: child });
  expect(body.errors).toBeUndefined();
  return (body.data?.['child'] as { health: { waiting: Entry[] } } | null)?.health.waiting ?? null;
}

const redirect = {
  ...{ to: 'REDIRECTED', reason: 'Better met by speech and language therapy' },
  ...{ redirectTo: 'SALT', redirectProviderId: 'XSL02' },
};

describe('a child who is sent on', () => {
  it('falls off no list: waits where sent, since the first referral, and the first provider has 28 days', async () => {
    const { child, entry } = await waitingChild();
    expect(await seen(elsewhere, child)).toBeNull();
    const key = randomUUID();
    const { answer } = await change(clinician, entry, redirect, key);
    expect(answer).toMatchObject({
      __typename: 'WaitingListEntryUpdated',
      entry: { status: 'REDIRECTED', version: 2 },
    });
    expect((await change(clinician, entry, redirect, key)).answer).toEqual(answer);
    const waits = await seen(elsewhere, child);
    expect(waits).toHaveLength(2);
    const onward = waits?.find(({ service }) => service === 'SALT');
    expect(onward).toMatchObject({
      ...{ status: 'REFERRED', provider: { id: 'XSL02' }, receivedOn: '2026-06-01', version: 1 },
      history: [{ to: 'REFERRED', corrects: null }],
    });
    const { rows } = await hub.admin.query(
      `select r.grantee, to_char(lower(valid), 'YYYY-MM-DD') as from, to_char(upper(valid), 'YYYY-MM-DD') as until
       from access.relationship r where child_id = $1 and basis = 'REFERRAL' and reference <> 'test' order by 1`,
      [child],
    );
    expect(rows).toEqual([
      { grantee: 'org:XAC01', from: expect.any(String), until: '2026-12-18' },
      { grantee: 'org:XSL02', from: '2026-11-20', until: null },
    ]);
    // The new provider goes on with it, and the school sees each step.
    await change(elsewhere, onward?.id ?? '', { to: 'TRIAGE' });
    expect((await seen(senco, child))?.find(({ service }) => service === 'SALT')?.status).toBe('TRIAGE');
  });

  it('is sent nowhere by half a redirect, to an unknown provider, or to where they are', async () => {
    const { child, entry } = await waitingChild();
    const faults = [
      ['redirectTo', { redirectTo: null }],
      ['redirectProviderId', { redirectProviderId: null }],
      ['redirectProviderId', { redirectProviderId: 'XZZ99' }],
      ['redirectTo', { redirectTo: 'CAMHS', redirectProviderId: 'XAC01' }],
    ] as const;
    for (const [field, wrong] of faults) {
      const { answer } = await change(clinician, entry, { ...redirect, ...wrong });
      expect(answer).toMatchObject({ __typename: 'InvalidChange', field });
    }
    expect(await seen(clinician, child)).toMatchObject([{ status: 'ACCEPTED_WAITING', version: 1 }]);
  });

  it('is at no other provider’s to send', async () => {
    const { child, entry } = await waitingChild();
    await hub.admin.query(
      `insert into access.relationship values ($1, 'org:XSL02', 'REFERRAL', 'other', tstzrange('2026-01-01', null))`,
      [child],
    );
    const { errors } = await change(elsewhere, entry, { to: 'BOOKED' });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('a wrong step', () => {
  it('is put right by another, and both are kept', async () => {
    const { child, entry } = await waitingChild();
    await change(clinician, entry, { to: 'BOOKED', effectiveOn: '2026-10-01', nextAppointmentOn: '2026-11-10' });
    await change(clinician, entry, { to: 'SEEN_FIRST', effectiveOn: '2026-11-10', expectedVersion: 2 });
    const wrong = (await seen(clinician, child))?.[0]?.history.find(({ to }) => to === 'SEEN_FIRST')?.id;
    const missed = { to: 'DID_NOT_ATTEND', wasNotBrought: true, effectiveOn: '2026-11-10', corrects: wrong };
    const { answer } = await change(clinician, entry, { ...missed, expectedVersion: 3 });
    expect(answer).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
    const [now] = (await seen(clinician, child)) ?? [];
    expect(now).toMatchObject({ status: 'DID_NOT_ATTEND', nextAppointmentOn: null, version: 4 });
    expect(now?.history.map(({ to, corrects }) => [to, corrects])).toEqual([
      ['ACCEPTED_WAITING', null],
      ['BOOKED', null],
      ['SEEN_FIRST', null],
      ['DID_NOT_ATTEND', wrong],
    ]);
  });

  it('may be a redirect once the entry that it made was entered in error', async () => {
    const { child, entry } = await waitingChild();
    await change(clinician, entry, redirect);
    const [first] = (await seen(clinician, child))?.filter(({ id }) => id === entry) ?? [];
    const step = first?.history.find(({ to }) => to === 'REDIRECTED')?.id;
    const back = { to: 'ACCEPTED_WAITING', corrects: step, expectedVersion: 2 };
    expect((await change(clinician, entry, back)).answer).toMatchObject({
      __typename: 'InvalidChange',
      field: 'corrects',
    });
    const onward = (await seen(elsewhere, child))?.find(({ service }) => service === 'SALT')?.id ?? '';
    await change(elsewhere, onward, { to: 'ENTERED_IN_ERROR' });
    expect(await seen(elsewhere, child)).toBeNull();
    expect((await change(clinician, entry, back)).answer).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
    expect(await seen(clinician, child)).toMatchObject([{ status: 'ACCEPTED_WAITING', version: 3 }]);
  });
});

describe('a change of an entry that somebody changed first', () => {
  it('says who did, and when', async () => {
    const { entry } = await waitingChild();
    await change(clinician, entry, { to: 'BOOKED' });
    const { answer } = await change(clinician, entry, { to: 'ON_HOLD', reason: 'Away' });
    expect(answer).toMatchObject({
      __typename: 'VersionConflict',
      current: { status: 'BOOKED', version: 2 },
      changedBy: expect.stringMatching(/clinician/i) as unknown,
      changedAt: expect.stringMatching(/Z$/) as unknown,
    });
  });
});

describe('a date without a step', () => {
  it('is taken into the entry, and is no change of its status', async () => {
    const { child, entry } = await waitingChild();
    const { answer } = await change(clinician, entry, { to: 'ACCEPTED_WAITING', carePlanOn: '2026-11-19' });
    expect(answer).toMatchObject({ __typename: 'WaitingListEntryUpdated', entry: { version: 2 } });
    expect((await seen(clinician, child))?.[0]?.history).toHaveLength(1);
    const { rows } = await hub.admin.query('select care_plan_on::text from health.waiting_list_entry where id = $1', [
      entry,
    ]);
    expect(rows).toEqual([{ care_plan_on: '2026-11-19' }]);
  });
});
