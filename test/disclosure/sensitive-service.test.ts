import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit, undone } from '../support/opening.js';
import { type Line, listed, numberOf, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

let hub: TestHub;
let child: string;
const of = pupil(1);
const keeper: As = { persona: 'camhs-clinician', provider: 'XCP04' };
const refer = operations().find(({ name }) => name === 'refer')?.text ?? '';

/** Everybody outside health who may see that the child waits. */
const outside: readonly As[] = [
  { persona: 'senco' },
  { persona: 'headteacher' },
  { persona: 'designated-safeguarding-lead' },
  { persona: 'social-worker' },
  { persona: 'send-officer' },
  { persona: 'ehc-coordinator' },
  { persona: 'educational-psychologist' },
  { persona: 'virtual-school-head' },
  { persona: 'virtual-school-adviser' },
];
const referrers = outside.slice(0, 7);
const inHealth: readonly As[] = [keeper, { persona: 'salt-therapist' }, { persona: 'health-admin', provider: 'XSL02' }];

const connected = [
  ...(['SCHOOL_ROLL org:900001', 'CASELOAD person:sw-001', 'RESIDENCE org:990', 'PLAN_DUTY org:990'] as const),
  ...(['LOOKED_AFTER_DUTY org:990', 'REFERRAL org:XSL02'] as const),
];

/** CAMHS of one provider, where it was told everything that would say which it is. */
const telling: Line = {
  ...{ provider_ods: 'XCP04', provider_name: 'Harbour Clinic', entry_ref: 'H-1', service: 'CAMHS' },
  ...{ next_step: 'Harbour calls', next_appointment_on: '2026-12-09', support_while_waiting: 'Harbour line' },
  ...{ referred_by: 'Harbour reception', reason: 'Harbour full', priority: 'URGENT', clinician_name: 'Ada Harbour' },
};
const ordinary: Line = { provider_ods: 'XSL02', provider_name: 'Therapies', entry_ref: 'T-1', service: 'SALT' };
const mark: Line = { service: 'CAMHS', provider_ods: 'XCP04', from: '2026-11-02', until: '', source: 'Guardian' };

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'waiting-list', [listed(of, 'ON_HOLD', telling), listed(of, 'ACCEPTED_WAITING', ordinary)]);
  child = await recordId(hub, 'waiting-list:XSL02', numberOf(of));
  await settle(hub);
  // Until now it was named to everybody: whoever keeps a copy must hear that it is named no longer.
  expect(JSON.stringify((await look(keeper)).team)).toContain('Harbour');
  await take(hub, 'sensitive-services', [mark]);
  await settle(hub);
  for (const [basis, grantee] of connected.map((text) => text.split(' ')))
    await hub.admin.query(
      `insert into access.relationship values ($1, $2, $3, 'test', tstzrange('2026-01-01', null))`,
      [child, grantee, basis],
    );
});
afterAll(() => hub.close());

const fields = `id service status daysWaiting weeksWaiting band receivedOn localHoldDays wasNotBrought safeguardingFlag endedBecause
  provider { id name } priority clock { kind standard limitDays breachOn state } publishedSpell { standard } continuesFrom continuesAs
  nextStep nextAppointmentOn supportWhileWaiting referrerToldOn daysToReferrerTold referrerTellings { toldOn } referredBy voices { words } allowedNext { status }
  history { to by reason }`;
const question = `query Look($id: ID!) { child(id: $id) { team { name role organisation { id name } }
  health { waiting { ${fields} } } } }`;

type Waiting = readonly (Record<string, unknown> & { readonly id: string; readonly service: string })[];
interface Looked {
  readonly team: readonly { readonly name: string }[];
  readonly health: { readonly waiting: Waiting };
}

async function look(as: As, id = child): Promise<Looked> {
  const { body } = await hub.post(as, question, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Looked;
}

const services = async (as: As): Promise<string[]> =>
  (await look(as)).health.waiting.map(({ service }) => service).sort();

const listOf = async (as: As, filter: object) => {
  const { body } = await hub.post(
    as,
    `query L($filter: WaitingListFilter) { waitingList(filter: $filter) { totalCount edges { node { ${fields} } } } }`,
    { filter },
  );
  const list = body.data?.['waitingList'] as {
    totalCount: number | null;
    edges: { node: { service: string } }[];
  } | null;
  return {
    services: list?.edges.map(({ node }) => node.service).sort(),
    list,
    code: body.errors?.[0]?.extensions.code,
  };
};

describe('a service that is not named outside health', () => {
  it.each(outside.map((as) => [as.persona, as] as const))('is a health service to a %s, and no more', async (_, as) => {
    const told = await look(as);
    expect(JSON.stringify(told)).not.toMatch(/Harbour|XCP04|CAMHS|FOUR_WEEKS/);
    expect(told.health.waiting.find(({ service }) => service === 'HEALTH_SERVICE')).toEqual({
      ...{ id: expect.any(String) as unknown, service: 'HEALTH_SERVICE', status: 'ON_HOLD', receivedOn: '2026-09-07' },
      ...{
        daysWaiting: 74,
        weeksWaiting: 10,
        band: '4-12',
        localHoldDays: 18,
        wasNotBrought: 0,
        safeguardingFlag: null,
        endedBecause: null,
      },
      ...{ provider: null, priority: null, clock: null, publishedSpell: null, continuesFrom: null, continuesAs: null },
      ...{ nextStep: null, nextAppointmentOn: null, supportWhileWaiting: [], referrerToldOn: null, referredBy: null },
      daysToReferrerTold: null,
      referrerTellings: [],
      ...{ voices: null, allowedNext: null, history: [] },
    });
    expect(told.health.waiting.find(({ service }) => service === 'SALT')).toMatchObject({ provider: { id: 'XSL02' } });
  });

  it.each(inHealth.map((as) => [`${as.persona} ${as.provider ?? ''}`, as] as const))(
    'is named to %s',
    async (_, as) => {
      expect(await services(as)).toEqual(['CAMHS', 'SALT']);
    },
  );

  it('is a health service in the team around the child, told to everybody alike', async () => {
    for (const as of [...outside, ...inHealth]) {
      const { team } = await look(as);
      expect(team).toContainEqual({ name: 'A health service', role: 'health service', organisation: null });
      expect(JSON.stringify(team)).not.toMatch(/harbour|CAMHS/i);
    }
  });

  it('is no other to whoever comes by a reference', async () => {
    const entities = `query Of($of: [_Any!]!) { _entities(representations: $of) { ... on WaitingListEntry { service nextStep } } }`;
    const id = (await look(keeper)).health.waiting.find(({ service }) => service === 'CAMHS')?.id;
    const told = async (as: As) =>
      (await hub.ask('health', as, entities, { of: [{ __typename: 'WaitingListEntry', id }] })).data?.['_entities'];
    for (const as of outside) expect(await told(as)).toEqual([{ service: 'HEALTH_SERVICE', nextStep: null }]);
    expect(await told(keeper)).toMatchObject([{ service: 'CAMHS', nextStep: 'Harbour calls' }]);
  });

  it.each(outside.map((as) => [as.persona, as] as const))(
    'is found by no filter of a %s that names it',
    async (_, as) => {
      expect((await listOf(as, {})).services).toEqual(['HEALTH_SERVICE', 'SALT']);
      expect((await listOf(as, { services: ['CAMHS'] })).list).toMatchObject({ totalCount: 0, edges: [] });
      expect((await listOf(as, { providerId: 'XCP04' })).list).toMatchObject({ totalCount: 0, edges: [] });
      expect((await listOf(as, { breached: true })).services).toEqual([]);
      expect((await listOf(as, { breached: false })).services).toEqual(['SALT']);
      expect((await listOf(as, { statuses: ['ON_HOLD'] })).services).toEqual(['HEALTH_SERVICE']);
    },
  );

  it('opens nobody where what is asked would name it: who is left out is in no audit', async () => {
    const only = pupil(2);
    await take(hub, 'waiting-list', [listed(only, 'ACCEPTED_WAITING', { ...telling, entry_ref: 'H-2' })]);
    await settle(hub);
    const hidden = await recordId(hub, 'waiting-list:XCP04', numberOf(only));
    await hub.admin.query(
      `insert into access.relationship values ($1, 'org:900004', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null))`,
      [hidden],
    );
    const senco: As = { persona: 'senco', school: '900004' };
    const page = `query L($filter: WaitingListFilter) { waitingList(filter: $filter) { edges { node { service } } } }`;
    const opened = async (filter: object): Promise<{ told: number; audited: number }> => {
      const since = (await hub.admin.query<{ at: number }>('select coalesce(max(seq), 0)::int at from health.audit'))
        .rows[0]?.at;
      const { body } = await hub.post(senco, page, { filter });
      expect(body.errors).toBeUndefined();
      const { rows } = await hub.admin.query<{ n: number }>(
        `select count(*)::int n from health.audit a where seq > $1 and to_jsonb(a)::text like '%' || $2 || '%'`,
        [since, hidden],
      );
      const list = body.data?.['waitingList'] as { readonly edges: readonly unknown[] };
      return { told: list.edges.length, audited: rows[0]?.n ?? -1 };
    };
    expect(await opened({})).toEqual({ told: 1, audited: 1 });
    expect(await opened({ statuses: ['ACCEPTED_WAITING'] })).toEqual({ told: 1, audited: 1 });
    for (const filter of [{ services: ['CAMHS'] }, { providerId: 'XCP04' }, { breached: true }, { breached: false }])
      expect([filter, await opened(filter)]).toEqual([filter, { told: 0, audited: 0 }]);
  });

  it('is nothing that can be asked for by that it has no name', async () => {
    expect(await listOf({ persona: 'senco' }, { services: ['HEALTH_SERVICE'] })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const input = { childId: child, providerId: 'XCP04', receivedOn: '2026-11-18', referredBy: 'Us' };
    const { body } = await hub.post({ persona: 'senco' }, refer, {
      input: { ...input, service: 'HEALTH_SERVICE', idempotencyKey: randomUUID() },
    });
    expect(body.errors).toMatchObject([
      {
        message: 'service must name a service: HEALTH_SERVICE stands for one that is not named.',
        extensions: { code: 'INVALID_INPUT' },
      },
    ]);
  });
});

describe('the database alone', () => {
  let health: Client;
  beforeAll(async () => {
    health = await hub.appClient(Domain.HEALTH);
  });

  const found = async (as: As, act: 'READ' | 'WRITE', text: string): Promise<string[]> => {
    let rows: { one: string }[] = [];
    await undone(health, async () => {
      await openUnit(health, await hub.voucher(as), [asking(Domain.HEALTH, [child], { act })]);
      ({ rows } = await health.query<{ one: string }>(text));
    });
    return rows.map(({ one }) => one).sort();
  };
  const rows = {
    entries: 'select service one from health.waiting_list_entry',
    days: 'select distinct service one from health.wait_interval',
    steps:
      'select distinct e.service one from health.waiting_list_change c join health.waiting_list_entry e on e.id = c.entry_id',
    untold: `select (u.entry).service one from health.unnamed_waits() u where (u.entry).service is not null`,
  };

  it('shows no row of it outside health, not even to whoever may refer, and so write', async () => {
    for (const as of outside)
      for (const text of [rows.entries, rows.days, rows.steps])
        expect([as.persona, text, await found(as, 'READ', text)]).toEqual([as.persona, text, ['SALT']]);
    for (const as of referrers)
      for (const text of [rows.entries, rows.days, rows.steps])
        expect(await found(as, 'WRITE', text)).toEqual(['SALT']);
    for (const text of [rows.entries, rows.days, rows.steps])
      expect(await found(keeper, 'READ', text)).toEqual(['CAMHS', 'SALT']);
  });

  it('tells instead where it stands, and of nothing else, of children of the unit alone', async () => {
    const all = 'select u::text one from health.unnamed_waits() u';
    for (const as of [...outside, ...inHealth]) {
      const told = await found(as, 'READ', all);
      expect(told).toHaveLength(1);
      expect(told.join('')).not.toMatch(/harbour|XCP04|CAMHS|H-1/i);
    }
    expect(await found({ persona: 'senco', school: '900002' }, 'READ', all)).toEqual([]);
    expect((await health.query(all)).rows).toEqual([]);
  });
});

describe('a wait that is sent on', () => {
  const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';
  const sentOn = async (as: As, n: number, line: Line, to: { redirectTo: string; redirectProviderId: string }) => {
    const one = pupil(n);
    await take(hub, 'waiting-list', [listed(one, 'TRIAGE', { ...line, entry_ref: `S-${String(n)}` })]);
    await settle(hub);
    const id = await recordId(hub, `waiting-list:${line['provider_ods'] ?? ''}`, numberOf(one));
    await hub.admin.query(
      `insert into access.relationship values ($1, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null))`,
      [id],
    );
    const entry = (await look(as, id)).health.waiting[0];
    const input = { id: entry?.id, expectedVersion: 1, to: 'REDIRECTED', effectiveOn: '2026-11-19', ...to };
    const { body } = await hub.post(as, update, {
      input: { ...input, reason: 'Harbour is right for them', idempotencyKey: randomUUID() },
    });
    expect(body.data?.['updateWaitingListEntry']).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
    return id;
  };

  it('to such a service says that it was, not why or where; to the next provider both', async () => {
    const therapist: As = { persona: 'salt-therapist' };
    const id = await sentOn(therapist, 5, ordinary, { redirectTo: 'CAMHS', redirectProviderId: 'XCP04' });
    const told = await look({ persona: 'senco' }, id);
    expect(JSON.stringify(told)).not.toMatch(/Harbour|XCP04|CAMHS/);
    expect(told.health.waiting.map(({ service, status }) => [service, status]).sort()).toEqual([
      ['HEALTH_SERVICE', 'REFERRED'],
      ['SALT', 'REDIRECTED'],
    ]);
    expect(JSON.stringify(await look(therapist, id))).toContain('Harbour is right for them');
  });

  it('from such a service takes nothing along that would name it', async () => {
    const id = await sentOn(keeper, 6, telling, { redirectTo: 'SALT', redirectProviderId: 'XSL02' });
    const told = await look({ persona: 'senco' }, id);
    expect(JSON.stringify(told.health)).not.toMatch(/Harbour (line|calls|full)|XCP04|CAMHS/);
    expect(told.health.waiting.find(({ service }) => service === 'SALT')).toMatchObject({
      ...{ status: 'REFERRED', supportWhileWaiting: [], continuesFrom: null },
    });
    const changes = operations().find(({ name }) => name === 'changes')?.text ?? '';
    const byWhom = async () => {
      await settle(hub);
      const { body } = await hub.post({ persona: 'senco' }, changes, { since: '2026-01-01T00:00:00Z', first: 500 });
      const all = body.data?.['changes'] as { what: string; to: string; by: string; child: { id: string } }[];
      return all.filter((one) => one.child.id === id && one.what.includes('speech')).map(({ to, by }) => [to, by]);
    };
    expect(await byWhom()).toEqual([['Referred', 'another provider']]);
    // A referral that is kept to its provider says no more of itself, though its service may be named.
    await hub.admin.query('delete from health.sensitive_service');
    const kept = (confidential: boolean) =>
      hub.admin.query(
        `with e as (update health.waiting_list_entry set confidential = $2 where child_id = $1 and service = 'CAMHS' returning child_id)
         insert into health.outbox (topic, child_id) select 'waiting-list-entry-changed', child_id from e`,
        [id, confidential],
      );
    await kept(false);
    expect(await byWhom()).toEqual([['Referred', 'CAMHS clinician']]);
    await kept(true);
    expect(await byWhom()).toEqual([['Referred', 'another provider']]);
    await hub.admin.query(
      `insert into health.sensitive_service (service, provider_ods, held_from, source) values ('CAMHS', 'XCP04', '2026-11-02', 'Guardian')`,
    );
  });

  it('from such a service by its provider’s file takes nothing along either', async () => {
    const one = pupil(7);
    const line = { ...telling, entry_ref: 'S-7', redirect_to: 'SALT', redirect_provider: 'XSL02' };
    await take(hub, 'waiting-list', [listed(one, 'REDIRECTED', line)]);
    const { rows } = await hub.admin.query(
      `select support_while_waiting support from health.waiting_list_entry
       where provider_ods = 'XSL02' and continues_from in (select id from health.waiting_list_entry where entry_ref = 'S-7')`,
    );
    expect(rows).toEqual([{ support: [] }]);
  });
});

describe('whoever refers to it', () => {
  const referred = async (as: As) => {
    const input = { childId: child, service: 'CAMHS', providerId: 'XCP04', receivedOn: '2026-11-18', referredBy: 'Us' };
    const { body } = await hub.post(as, refer, { input: { ...input, idempotencyKey: randomUUID() } });
    expect(body.errors).toBeUndefined();
    return body.data?.['refer'] as { __typename: string; entry: { id: string; service: string } };
  };

  it('is told of no wait for it, and knows their own referral by name; a colleague does not', async () => {
    const [senco, dsl] = [{ persona: 'senco' }, { persona: 'designated-safeguarding-lead' }] as const;
    const first = await referred(senco);
    expect(first).toMatchObject({ __typename: 'WaitingListEntryUpdated', entry: { service: 'CAMHS' } });
    expect(await services(senco)).toEqual(['CAMHS', 'HEALTH_SERVICE', 'SALT']);
    expect((await look(senco)).health.waiting.find(({ id }) => id === first.entry.id)).toMatchObject({
      provider: { id: 'XCP04' },
    });
    expect(await services(dsl)).toEqual(['HEALTH_SERVICE', 'HEALTH_SERVICE', 'SALT']);
    expect(await referred(senco)).toMatchObject({ __typename: 'AlreadyWaiting', entry: { id: first.entry.id } });
    expect(await referred(dsl)).toMatchObject({ __typename: 'WaitingListEntryUpdated', entry: { service: 'CAMHS' } });
    expect(await services(keeper)).toEqual(['CAMHS', 'CAMHS', 'CAMHS', 'SALT']);
  });
});
