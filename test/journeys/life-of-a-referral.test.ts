import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

// A clinician moves an entry from its referral to its discharge, and a redirected one beside it; the school’s SENCO asks anew
// after each step, of the child and by name of the entry.
const senco: As = { persona: 'senco' };
const otherSchool: As = { persona: 'senco', school: '900002' };
const clinician: As = { persona: 'camhs-clinician' };
const therapist: As = { persona: 'salt-therapist' };
const onRoll = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };
const text = (named: string): string => operations().find(({ name }) => name === named)?.text ?? '';

interface Entry extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

let hub: TestHub;
let child: string;
let entry: string;

const waitsOf = async (as: As): Promise<Entry[] | null> => {
  const { body } = await hub.post(as, text('child-waits'), { id: child });
  expect(body.errors).toBeUndefined();
  const shown = body.data?.['child'] as { health: { waiting: Entry[] } | null } | null;
  return shown?.health?.waiting ?? null;
};

async function refers(service: string): Promise<string> {
  const input = { childId: child, service, providerId: 'XAC01', receivedOn: '2026-09-07', referredBy: 'The SENCO' };
  const words = { childVoice: 'I get worried at night.', idempotencyKey: randomUUID() };
  const { body } = await hub.post(senco, text('refer'), { input: { ...input, ...words } });
  return (body.data?.['refer'] as { entry: Entry }).entry.id;
}

const seenBy = async (as: As, id = entry): Promise<Entry> => {
  const found = (await waitsOf(as))?.find((one) => one.id === id);
  if (!found) throw new TypeError('The entry is not among the child’s waits.');
  return found;
};

/** A step as the clinician makes it, who has just looked at the entry. */
async function moves(to: string, effectiveOn: string, over: object = {}, id = entry): Promise<Record<string, unknown>> {
  const { version: expectedVersion } = await seenBy(clinician, id);
  const input = { id, expectedVersion, to, effectiveOn, idempotencyKey: randomUUID(), ...over };
  const { body } = await hub.post(clinician, text('update-waiting-list-entry'), { input });
  expect(body.errors).toBeUndefined();
  return body.data?.['updateWaitingListEntry'] as Record<string, unknown>;
}

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into health.provider values ('XAC01', 'Aldermere CAMHS'), ('XSL02', 'Aldermere Therapies')`,
  );
  child = await arrangeChild(hub.admin, [onRoll]);
  await hub.admin.query(`update health.waiting_list_entry set status = 'ENTERED_IN_ERROR' where child_id = $1`, [
    child,
  ]);
  entry = await refers('CAMHS');
});
afterAll(() => hub.close());

const life = [
  ['TRIAGE', '2026-09-08', {}, { daysWaiting: 74 }],
  ['INFO_NEEDED', '2026-09-09', { nextStep: 'The school sends its observations' }, {}],
  ['TRIAGE', '2026-09-14', { nextStep: 'The panel decides' }, { nextStep: 'The panel decides' }],
  [
    'ACCEPTED_WAITING',
    '2026-09-15',
    { supportWhileWaiting: ['Advice line'] },
    { supportWhileWaiting: ['Advice line'] },
  ],
  ['ON_HOLD', '2026-09-16', { reason: 'The family is away' }, { localHoldDays: 65 }],
  ['ACCEPTED_WAITING', '2026-09-18', {}, { localHoldDays: 2 }],
  ['BOOKED', '2026-09-21', { nextAppointmentOn: '2026-09-28' }, { nextAppointmentOn: '2026-09-28' }],
  ['ACCEPTED_WAITING', '2026-09-25', { cancelledBy: 'PROVIDER' }, { nextAppointmentOn: null, wasNotBrought: 0 }],
  ['BOOKED', '2026-09-26', { nextAppointmentOn: '2026-10-02' }, { nextAppointmentOn: '2026-10-02' }],
  ['DID_NOT_ATTEND', '2026-10-02', { wasNotBrought: true }, { nextAppointmentOn: null, wasNotBrought: 1 }],
  ['ACCEPTED_WAITING', '2026-10-03', {}, { wasNotBrought: 1 }],
  ['BOOKED', '2026-10-04', { nextAppointmentOn: '2026-10-05' }, { clock: { days: 74, state: 'BREACHED' } }],
  ['SEEN_FIRST', '2026-10-05', { baselineOutcomeOn: '2026-10-05' }, { daysWaiting: 28, clock: { state: 'BREACHED' } }],
  ['IN_TREATMENT', '2026-10-06', { carePlanOn: '2026-10-05' }, { clock: { days: 28, state: 'STOPPED' } }],
  ['DISCHARGED', '2026-11-18', { reason: 'Goals met' }, { endedBecause: null, nextStep: 'The panel decides' }],
] as const;

describe('an entry that a clinician moves through its whole life', () => {
  it('is seen by the school from its referral on', async () => {
    expect(await seenBy(senco)).toMatchObject({
      ...{ status: 'REFERRED', version: 1, referredBy: 'The SENCO', daysWaiting: 74 },
      ...{ provider: { id: 'XAC01' }, voices: [{ by: 'the child', words: 'I get worried at night.' }] },
    });
  });

  it.each(life.map(([to, on, over, shown], at) => ({ to, on, over, shown, at: at + 1 })))(
    'step $at, $to, is seen when the school next asks',
    async ({ to, on, over, shown, at }) => {
      expect(await moves(to, on, over)).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
      const seen = await seenBy(senco);
      expect(seen).toMatchObject({ status: to, version: at + 1, ...shown });
      const history = seen['history'] as Record<string, unknown>[];
      expect(history).toHaveLength(at + 1);
      expect(history.at(-1)).toMatchObject({ to, effectiveOn: on, counts: true });
    },
  );

  it('is told of step by step, with reasons and who cancelled, and cannot be changed by the school', async () => {
    const { history, allowedNext, ...seen } = await seenBy(senco);
    expect(history).toMatchObject([
      { from: null, to: 'REFERRED' },
      ...life.map(([to, effectiveOn]) => ({ to, effectiveOn })),
    ]);
    expect((history as { cancelledBy: string | null }[])[8]?.cancelledBy).toBe('PROVIDER');
    expect((history as { reason: string | null }[]).at(-1)?.reason).toBe('Goals met');
    expect(allowedNext).toBeNull();
    const input = { id: entry, expectedVersion: seen.version, to: 'WITHDRAWN', effectiveOn: '2026-11-20', reason: 'x' };
    const change = { input: { ...input, idempotencyKey: randomUUID() } };
    const { body } = await hub.post(senco, text('update-waiting-list-entry'), change);
    expect(body.data?.['updateWaitingListEntry'] ?? null).toBeNull();
    expect(body.errors).toHaveLength(1);
    expect(await seenBy(senco)).toEqual({ history, allowedNext, ...seen });
  });

  it('ends there: nothing follows a discharge', async () => {
    expect(await moves('ACCEPTED_WAITING', '2026-11-20')).toMatchObject({
      __typename: 'IllegalTransition',
      allowed: [],
    });
  });
});

describe('an entry that is redirected', () => {
  let first: string;

  it('goes on at the other provider, which the school sees as one wait', async () => {
    first = await refers('OCCUPATIONAL_THERAPY');
    await moves('TRIAGE', '2026-09-08', {}, first);
    const there = { redirectTo: 'SALT', redirectProviderId: 'XSL02', reason: 'Better met there' };
    expect(await moves('REDIRECTED', '2026-09-21', there, first)).toMatchObject({
      __typename: 'WaitingListEntryUpdated',
    });
    const [before, shown] = [await seenBy(senco, first), await waitsOf(senco)];
    const after = shown?.find(({ id }) => id === before['continuesAs']);
    expect(before).toMatchObject({ status: 'REDIRECTED', daysWaiting: 14 });
    expect(before['endedBecause']).toContain('Sent on');
    expect(after).toMatchObject({
      ...{ status: 'REFERRED', service: 'SALT', provider: { id: 'XSL02' }, continuesFrom: first },
      ...{ receivedOn: '2026-09-07', daysWaiting: 74 },
    });
    expect(await seenBy(therapist, after?.id)).toMatchObject({
      allowedNext: [{ status: 'TRIAGE' }, { status: 'REJECTED' }, {}, {}, {}],
    });
  });
});

describe('what the school does not see', () => {
  it('is the referral of a child who is not on its roll', async () => {
    expect(await waitsOf(otherSchool)).toBeNull();
  });

  it('is the clinician’s name, the provider’s reference and its file: no field has them', async () => {
    await hub.admin.query(
      `update health.waiting_list_entry set clinician_name = 'Imre Valdez', entry_ref = 'RIO-55501' where id = $1`,
      [entry],
    );
    const { text: answered } = await hub.post(senco, text('child-waits'), { id: child });
    expect(answered).toContain(entry);
    expect(answered).not.toMatch(/Valdez|RIO-55501/);
  });

  it('is an entry that is kept to its provider, at any step of it', async () => {
    const kept = await refers('SCHOOL_NURSING');
    await hub.admin.query('update health.waiting_list_entry set confidential = true where id = $1', [kept]);
    for (const [to, on] of [
      ['TRIAGE', '2026-09-08'],
      ['ACCEPTED_WAITING', '2026-09-09'],
    ] as const) {
      expect(await moves(to, on, {}, kept)).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
      expect((await waitsOf(senco))?.map(({ id }) => id)).not.toContain(kept);
    }
  });

  it('is one entered in error, nor does the provider see it any longer', async () => {
    const wrong = await refers('PHYSIOTHERAPY');
    expect((await seenBy(senco, wrong)).status).toBe('REFERRED');
    await moves('ENTERED_IN_ERROR', '2026-11-20', {}, wrong);
    for (const as of [senco, clinician]) expect((await waitsOf(as))?.map(({ id }) => id)).not.toContain(wrong);
  });
});
