import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const senco: As = { persona: 'senco' };
const therapist: As = { persona: 'salt-therapist' };
const clinician: As = { persona: 'camhs-clinician' };
const refer = operations().find(({ name }) => name === 'refer')?.text ?? '';
const onRoll = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into health.provider values ('XAC01', 'Aldermere CAMHS'), ('XSL02', 'Aldermere Therapies')`,
  );
});

afterAll(() => hub.close());

async function refers(as: As, childId: string, given: object = {}) {
  const input = {
    ...{ childId, service: 'SALT', providerId: 'XSL02', receivedOn: '2026-11-18', referredBy: 'The SENCO' },
    ...{ idempotencyKey: randomUUID(), ...given },
  };
  const { body } = await hub.post(as, refer, { input });
  const answer = body.data?.['refer'] as { __typename: string; entry: { id: string }; field?: string } | null;
  return { answer, code: body.errors?.[0]?.extensions.code };
}

async function sees(as: As, child: string): Promise<boolean> {
  const { body } = await hub.post(as, 'query C($id: ID!) { child(id: $id) { id } }', { id: child });
  return body.data?.['child'] !== null;
}

const waitsAt = async (child: string, service = 'SALT'): Promise<number> =>
  (
    await hub.admin.query('select from health.waiting_list_entry where child_id = $1 and service = $2', [
      child,
      service,
    ])
  ).rowCount ?? -1;

describe('a referral', () => {
  it('puts the child on the provider’s list, whose staff then see the child', async () => {
    const child = await arrangeChild(hub.admin, [onRoll]);
    expect(await sees(therapist, child)).toBe(false);
    const { answer } = await refers(senco, child, { priority: 'URGENT', childVoice: 'I want to be understood.' });
    expect(answer).toMatchObject({
      __typename: 'WaitingListEntryUpdated',
      entry: { service: 'SALT', status: 'REFERRED', receivedOn: '2026-11-18', version: 1 },
    });
    expect(await sees(therapist, child)).toBe(true);
    const { rows } = await hub.admin.query(
      `select priority, referred_by, referred_by_org, child_voice from health.waiting_list_entry where id = $1`,
      [answer?.entry.id],
    );
    expect(rows).toEqual(
      [...[{ priority: 'URGENT', referred_by: 'The SENCO', referred_by_org: place.school }]].map((one) => ({
        ...one,
        child_voice: 'I want to be understood.',
      })),
    );
  });

  it('is one for each key, and one for each service, also where two refer at once', async () => {
    const child = await arrangeChild(hub.admin, [onRoll]);
    const key = randomUUID();
    const one = await refers(senco, child, { idempotencyKey: key });
    expect(await refers(senco, child, { idempotencyKey: key })).toEqual(one);
    expect((await refers(senco, child, { idempotencyKey: key, service: 'PHYSIOTHERAPY' })).code).toBe('CONFLICT');
    const other = await arrangeChild(hub.admin, [onRoll]);
    const head: As = { persona: 'headteacher' };
    const answers = await Promise.all([senco, head, senco, head].map((as) => refers(as, other)));
    expect(answers.map(({ answer }) => answer?.__typename).sort()).toEqual([
      ...['AlreadyWaiting', 'AlreadyWaiting', 'AlreadyWaiting', 'WaitingListEntryUpdated'],
    ]);
    expect(new Set(answers.map(({ answer }) => answer?.entry.id)).size).toBe(1);
    expect(await waitsAt(other)).toBe(1);
  });

  it('is none where the child waits already under another of its ids', async () => {
    const [shown, held] = [await arrangeChild(hub.admin, [onRoll]), await arrangeChild(hub.admin)];
    await hub.admin.query(`update health.waiting_list_entry set status = 'DISCHARGED' where child_id = $1`, [shown]);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [held, shown]);
    const { answer } = await refers(senco, shown, { service: 'CAMHS', providerId: 'XAC01' });
    expect(answer?.__typename).toBe('AlreadyWaiting');
    await hub.admin.query(`update health.waiting_list_entry set status = 'DISCHARGED' where child_id = $1`, [held]);
    const again = await refers(senco, shown, { service: 'CAMHS', providerId: 'XAC01' });
    expect(again.answer?.__typename).toBe('WaitingListEntryUpdated');
  });

  it('tells a referrer nothing of one that is kept to its provider, and tells the provider', async () => {
    const child = await arrangeChild(hub.admin, [onRoll, { basis: 'REFERRAL', grantee: 'org:XAC01' }]);
    await hub.admin.query('update health.waiting_list_entry set confidential = true where child_id = $1', [child]);
    const camhs = { service: 'CAMHS', providerId: 'XAC01' };
    expect((await refers(clinician, child, camhs)).answer?.__typename).toBe('AlreadyWaiting');
    expect((await refers(senco, child, camhs)).answer?.__typename).toBe('WaitingListEntryUpdated');
    expect(await waitsAt(child, 'CAMHS')).toBe(2);
  });

  it.each([
    ['providerId', { providerId: 'XZZ99' }],
    ['receivedOn', { receivedOn: '2026-11-21' }],
    ['receivedOn', { receivedOn: '1990-01-01' }],
    ['priority', { priority: 'SOON' }],
    ['referredBy', { referredBy: ' ' }],
  ])('is not taken with a wrong %s', async (field, given) => {
    const child = await arrangeChild(hub.admin, [onRoll]);
    expect((await refers(senco, child, given)).answer).toMatchObject({ __typename: 'InvalidChange', field });
    expect(await waitsAt(child)).toBe(0);
  });

  it('is nobody’s to make whom nothing connects to the child, and changes no entry by itself', async () => {
    const child = await arrangeChild(hub.admin);
    expect((await refers(senco, child)).code).toBe('NOT_FOUND');
    expect((await refers(senco, randomUUID())).code).toBe('NOT_FOUND');
    expect((await refers({ persona: 'virtual-school-head' }, child)).code).not.toBeUndefined();
    const worker = await arrangeChild(hub.admin, [{ basis: 'CASELOAD', grantee: 'person:sw-001' }]);
    expect((await refers({ persona: 'social-worker' }, worker)).answer?.__typename).toBe('WaitingListEntryUpdated');
  });
});
