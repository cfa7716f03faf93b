import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { As, TestHub } from '../support/hub.js';
import { testHub } from '../support/hub.js';
import { listed, numberOf, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

let hub: TestHub;
const [kept, open] = [pupil(1), pupil(2)];
const provider: As = { persona: 'camhs-clinician' };
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';

/** Everybody who would see a wait of this child that was not kept to its provider. */
const others: readonly As[] = [
  { persona: 'senco' },
  { persona: 'designated-safeguarding-lead' },
  { persona: 'headteacher' },
  { persona: 'social-worker' },
  { persona: 'send-officer' },
  { persona: 'virtual-school-adviser' },
  { persona: 'salt-therapist' },
  { persona: 'camhs-clinician', provider: 'XCP04' },
  { persona: 'health-admin', provider: 'XSL02' },
];

const connected = [
  ...(['SCHOOL_ROLL org:900001', 'CASELOAD person:sw-001', 'RESIDENCE org:990', 'PLAN_DUTY org:990'] as const),
  ...(['REFERRAL org:XSL02', 'REFERRAL org:XCP04'] as const),
];

async function connect(id: string): Promise<void> {
  for (const [basis, grantee] of connected.map((text) => text.split(' ')))
    await hub.admin.query(
      `insert into access.relationship values ($1, $2, $3, 'test', tstzrange('2026-01-01', null))`,
      [id, grantee, basis],
    );
}

const question = `query Look($id: ID!) { child(id: $id) {
  access { domain outcome } team { domain name role }
  health { stale sources { source } waiting { id service status daysWaiting history { to } provider { id } } } } }`;

interface Looked {
  readonly team: readonly { readonly domain: string }[];
  readonly health: { readonly waiting: readonly { readonly id: string }[] } | null;
}

async function look(as: As, id: string): Promise<Looked | null> {
  const { body } = await hub.post(as, question, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Looked | null;
}

/** The same in the other's words: what is told of one child must be what is told of one of whom nothing is held. */
const without = async (as: As, id: string): Promise<unknown> => look(as, id);

describe('a referral that is kept to its provider', () => {
  let ids: { kept: string; open: string; none: string };
  const idOf = (of: ReturnType<typeof pupil>) => recordId(hub, 'waiting-list:XAC01', numberOf(of));
  const entryOf = async (id: string) => (await look(provider, id))?.health?.waiting[0]?.id ?? '';

  beforeAll(async () => {
    hub = await testHub();
    const none = pupil(3);
    await take(hub, 'waiting-list', [
      listed(kept, 'ACCEPTED_WAITING', { confidential: 'Y' }),
      listed(open, 'ACCEPTED_WAITING', { confidential: 'N' }),
      listed(none, 'ENTERED_IN_ERROR', { confidential: 'N' }),
    ]);
    // A provider that a child may be sent on to.
    await take(hub, 'waiting-list', [listed(pupil(4), 'ACCEPTED_WAITING', { provider_ods: 'XMH03' })]);
    await settle(hub);
    ids = { kept: await idOf(kept), open: await idOf(open), none: await idOf(none) };
    for (const id of Object.values(ids)) await connect(id);
  });
  afterAll(() => hub.close());

  it('is told of to no login without a unit, whichever entry and provider it names', async () => {
    const app = await hub.appClient(Domain.HEALTH);
    const { rows } = await hub.admin.query<{ id: string; child_id: string }>(
      'select id, child_id from health.waiting_list_entry where confidential',
    );
    expect(rows).toHaveLength(1);
    for (const { id, child_id: child } of rows)
      expect(
        (
          await app.query(`select health.keeps('XAC01', $1) kept, health.sent_on($1, $2, 'CAMHS', 'XMH03') sent`, [
            id,
            child,
          ])
        ).rows,
      ).toEqual([{ kept: false, sent: false }]);
  });

  it('is its provider’s to see and to change, as any other', async () => {
    expect(await look(provider, ids.kept)).toMatchObject({ health: { waiting: [{ status: 'ACCEPTED_WAITING' }] } });
    const input = { id: await entryOf(ids.kept), expectedVersion: 1, idempotencyKey: randomUUID() };
    const change = { ...input, to: 'ON_HOLD', effectiveOn: '2026-11-19', reason: 'As the young person asked' };
    const { body } = await hub.post(provider, update, { input: change });
    expect(body.data?.['updateWaitingListEntry']).toMatchObject({ entry: { status: 'ON_HOLD', version: 2 } });
  });

  it.each(others.map((as) => [`${as.persona} ${as.provider ?? ''}`, as] as const))(
    'is not there for %s: the child is answered for as one of whom nothing is held',
    async (_who, as) => {
      const told = await look(as, ids.kept);
      expect(told).not.toBeNull();
      expect(told).toEqual(await without(as, ids.none));
      expect((await look(as, ids.open))?.health?.waiting).toHaveLength(1);
    },
  );

  it('names nobody of its provider in the team around the child, for anybody', async () => {
    for (const as of [provider, ...others]) expect((await look(as, ids.kept))?.team).toEqual([]);
    expect((await look({ persona: 'senco' }, ids.open))?.team).toMatchObject([{ domain: 'HEALTH' }]);
  });

  it('is no entity that another subgraph’s reference leads to', async () => {
    const entities = `query Of($of: [_Any!]!) { _entities(representations: $of) { ... on WaitingListEntry { id status } } }`;
    const of = async (as: As, id: string) => {
      const answer = await hub.ask('health', as, entities, { of: [{ __typename: 'WaitingListEntry', id }] });
      return answer.data?.['_entities'];
    };
    const [secret, told] = [await entryOf(ids.kept), await entryOf(ids.open)];
    expect(await of(provider, secret)).toMatchObject([{ id: secret }]);
    for (const as of others) {
      expect(await of(as, secret)).toEqual([null]);
      expect(await of(as, told)).toMatchObject([{ id: told }]);
    }
  });

  it('is answered to another provider that would change it as an entry that does not exist', async () => {
    const input = { expectedVersion: 2, to: 'ACCEPTED_WAITING', effectiveOn: '2026-11-20' };
    const asked = async (id: string) => {
      const given = { ...input, id, idempotencyKey: randomUUID() };
      const { body } = await hub.post({ persona: 'salt-therapist' }, update, { input: given });
      return body.errors?.map(({ message, extensions: { code } }) => ({ message, code }));
    };
    expect(await asked(await entryOf(ids.kept))).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await asked(await entryOf(ids.kept))).toEqual(await asked(randomUUID()));
  });

  it('stays so where its provider sends the child on, which sees what it sent and nothing after', async () => {
    const id = await entryOf(ids.kept);
    const send = {
      to: 'ACCEPTED_WAITING',
      effectiveOn: '2026-11-20',
      expectedVersion: 2,
      idempotencyKey: randomUUID(),
    };
    expect((await hub.post(provider, update, { input: { ...send, id } })).body.errors).toBeUndefined();
    const on = { redirectTo: 'MENTAL_HEALTH_SUPPORT_TEAM', redirectProviderId: 'XMH03', reason: 'Nearer to school' };
    const sent = { ...send, ...on, to: 'REDIRECTED', expectedVersion: 3, idempotencyKey: randomUUID() };
    const { body } = await hub.post(provider, update, { input: { ...sent, id } });
    expect(body.data?.['updateWaitingListEntry']).toMatchObject({ entry: { status: 'REDIRECTED' } });
    const next: As = { persona: 'health-admin', provider: 'XMH03' };
    const own = `query Own($id: ID!) { child(id: $id) { health { waiting(open: true) { id status version } } } }`;
    const ask = async (as: As) => {
      const answer = await hub.post(as, own, { id: ids.kept });
      expect(answer.body.errors).toBeUndefined();
      return (answer.body.data?.['child'] as Looked | null)?.health?.waiting ?? [];
    };
    const [taken] = await ask(next);
    expect(taken).toMatchObject({ status: 'REFERRED' });
    expect(await ask(provider)).toMatchObject([{ status: 'REFERRED' }]);
    for (const as of others) expect(await ask(as)).toEqual([]);
    const seen = { id: taken?.id, expectedVersion: 1, to: 'TRIAGE', effectiveOn: '2026-11-20' };
    await hub.post(next, update, { input: { ...seen, idempotencyKey: randomUUID() } });
    expect(await ask(next)).toMatchObject([{ status: 'TRIAGE' }]);
    expect(await ask(provider)).toEqual([]);
    const { rows } = await hub.admin.query('select status from health.wait_interval where entry_id = $1', [taken?.id]);
    expect(rows).not.toEqual([]);
  });
});
