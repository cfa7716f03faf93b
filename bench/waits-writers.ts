import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { assemble } from '../cli/assemble.js';
import type { Caller } from '../platform/auth/door.js';
import type { Minter } from '../platform/auth/minter.js';
import { personaNamed } from '../platform/auth/personas.js';
import { readEnvironment } from '../platform/config/environment.js';
import { createLog } from '../platform/telemetry/log.js';
import { Domain } from '../platform/vocabulary/domain.js';
import type { StartedHub } from './started-hub.js';
import { type HealthServices, WaitingListEntryUpdated, WaitingStatus } from './subgraphs.js';
import { ask } from './waits-questions.js';
import { type Compared, compare, type Way, writers } from './waits-rounds.js';

const change = `mutation Change($input: UpdateWaitingListEntryInput!) { updateWaitingListEntry(input: $input) {
  __typename ... on WaitingListEntryUpdated { entry { id status version weeksWaiting } } } }`;

/** Changes of one request: it may make four times as many, but then a round would take all rows that there are. */
const together = 50;

/** How each way of changing an entry compares with a bare UPDATE of it. */
export interface Levels {
  /** The whole mutation, through the gateway. */
  readonly gateway: Compared;
  /** What its resolver calls, for a caller who was let in: permit, audit, history and outbox in one transaction. */
  readonly unit: Compared;
  /** The same, of fifty changes in one transaction. */
  readonly batch: Compared;
  /** The same rows by one statement of the superuser's, whom nothing is asked: less than that no change can cost. */
  readonly rows: Compared;
}

/** In an order of no meaning, so that neighbours on a page of the table are not neighbours in time. */
async function idsOf(admin: Client, which: string): Promise<Iterator<string, undefined>> {
  const { rows } = await admin.query<{ id: string }>(
    `select id from health.waiting_list_entry where ${which} order by md5(id::text)`,
  );
  return rows.map(({ id }) => id).values();
}

/** From the beginning again, for as long as it takes: a bare UPDATE is faster than rows can be laid. */
function* again(ids: Iterator<string, undefined>): Generator<string, undefined> {
  const all = [...{ [Symbol.iterator]: () => ids }];
  for (;;) yield* all;
}

/** What stands of changes: of each kind of row that one leaves behind, how many there are. */
async function standing(admin: Client): Promise<Readonly<Record<string, number>>> {
  const { rows } = await admin.query<Readonly<Record<string, number>>>(
    `select (select count(*)::int from health.waiting_list_entry where status = 'TRIAGE' and version = 2) rows,
       (select count(*)::int from health.waiting_list_change where to_status = 'TRIAGE') steps,
       (select count(*)::int from health.wait_interval where status = 'TRIAGE') days,
       (select count(*)::int from health.outbox where topic = 'waiting-list-entry-changed') events,
       (select count(*)::int from health.idempotency) keys,
       (select coalesce(sum(cardinality(permitted)), 0)::int from health.audit where operation like 'updateWaitingListEntr%') permits`,
  );
  return rows[0] ?? {};
}

/** Refuses the figure where what was answered is not what stands: each change with its step, days, event, key and permit. */
async function compareAll(admin: Client, way: Way, bare: Way): Promise<Compared> {
  const before = await standing(admin);
  const { done, ...compared } = await compare(way, bare);
  const missing = Object.entries(await standing(admin)).filter(([of, count]) => count - (before[of] ?? 0) !== done);
  if (missing.length > 0 || done === 0)
    throw new Error(`Of ${String(done)} changes not all stand: ${JSON.stringify(missing)}. There is no figure.`);
  return compared;
}

/** A bare UPDATE of entries of the same table, over sixteen connections to the same server. */
async function withBare<Result>(admin: Client, url: string, today: string, work: (bare: Way) => Promise<Result>) {
  const ids = again(await idsOf(admin, `status in ('SEEN_FIRST', 'DISCHARGED') or provider_ods <> 'XAC01'`));
  const clients = Array.from({ length: writers }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const write: Way['write'] = async ([id], writer) => {
    await clients[writer]?.query({
      name: 'bare',
      text: `update health.waiting_list_entry set status = 'ON_HOLD', status_on = $2, next_step = 'A call', version = version + 1
        where id = $1`,
      values: [id, today],
    });
  };
  try {
    return await work({ ids, write });
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

const toTriage = (id: string, today: string) => ({
  ...{ id, expectedVersion: 1, idempotencyKey: id, to: WaitingStatus.TRIAGE, effectiveOn: today, nextStep: 'A call' },
});
const own = `status = 'REFERRED' and provider_ods = 'XAC01'`;

/** The whole mutation through the gateway, and a bare UPDATE of the same table on the same server, in turn. */
export function compareGateway(hub: StartedHub, token: string, url: string, today: string): Promise<Compared> {
  return withBare(hub.admin, url, today, async (bare) => {
    const write: Way['write'] = async ([id = '']) => {
      const { data } = await ask(hub, token, change, { input: toTriage(id, today) });
      const { __typename: said } = data['updateWaitingListEntry'] as { readonly __typename: string };
      if (said !== 'WaitingListEntryUpdated') throw new Error(`A change was not made: ${said}.`);
    };
    return compareAll(hub.admin, { ids: await idsOf(hub.admin, own), write }, bare);
  });
}

/** A clinician, vouched for to the database as the gateway does for each request. */
function clinician(minter: Minter): Caller {
  const { title: name, role, org, sub, scopes, purposes } = personaNamed('camhs-clinician');
  const purpose = purposes[0] ?? 'DIRECT_CARE';
  const who = { sub, org, name, role, purpose, purposes: [...purposes], scopes: [...scopes], rid: randomUUID() };
  return { claims: { ...who, kid: '', exp: 0 }, voucher: minter.vouch(who), operations: null };
}

/**
 * What the mutation's resolver calls, without a gateway before it and without the feeds that hear of it afterwards, beside a
 * bare UPDATE: one change in a transaction, and fifty. Then the same rows without anything being asked.
 */
export async function compareUnits(dataDir: string, url: string, today: string): Promise<Omit<Levels, 'gateway'>> {
  const variables = { HUB_DATA_DIR: dataDir, HUB_TODAY: today, HUB_DOMAIN_TIMEOUT_MS: '240000' };
  const environment = readEnvironment({ ...variables, HUB_WRITE_CONNECTIONS: String(writers) });
  const here = [Domain.HEALTH];
  const assembly = await assemble({ environment, log: createLog('silent'), adminUrl: url, here });
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    const minter = await assembly.minter('gateway');
    const services = (): HealthServices => {
      const context = assembly.subgraphs.get(Domain.HEALTH)?.context(clinician(minter));
      return context?.services as HealthServices;
    };
    const ids = await idsOf(admin, own);
    const write: Way['write'] = async (some) => {
      const inputs = some.map((id) => toTriage(id, today));
      const [first, ...more] = inputs;
      const results =
        first && more.length === 0
          ? [await services().updates.update(first)]
          : await services().updates.updateAll(inputs);
      if (!results.every((one) => one instanceof WaitingListEntryUpdated)) throw new Error('A change was not made.');
    };
    return await withBare(admin, url, today, async (bare) => ({
      unit: await compareAll(admin, { ids, write }, bare),
      batch: await compareAll(admin, { ids, write, atATime: together }, bare),
      rows: await compareRows(admin, url, today, bare),
    }));
  } finally {
    await admin.end();
    await assembly.close();
  }
}

// As plain as the rows can be had: no rule is asked, nobody is verified, and the answer is not read again.
const rowsOfAChange = `with held as (
    update health.waiting_list_entry set status = 'TRIAGE', status_on = $2, next_step = 'A call', version = version + 1
    where id = $1 returning id, child_id, provider_ods, service, received_on),
  step as (
    insert into health.waiting_list_change (entry_id, child_id, from_status, to_status, effective_on, recorded_by)
    select id, child_id, 'REFERRED', 'TRIAGE', $2, 'bench' from held),
  ended as (update health.wait_interval set held_until = $2 where entry_id = $1 and held_until is null),
  days as (
    insert into health.wait_interval (entry_id, held_from, child_id, status, waiting, service, provider_ods, received_on, confidential)
    select id, $2, child_id, 'TRIAGE', true, service, provider_ods, received_on, false from held),
  event as (insert into health.outbox (topic, child_id) select 'waiting-list-entry-changed', child_id from held),
  answered as (insert into health.idempotency (actor, key, body_hash, answer) values ('bench', $1::text, 'bench', '{}'))
  insert into access.audit_unit (domain, tag, actor, role, purpose, request_id, requests)
  select 'HEALTH', sha256('bench'), 'bench', 'clinician', 'DIRECT_CARE', $1::text,
    array[row('HEALTH', 'T3', 'WRITE', 'bench', 'waiting-list-entry', array[$1::text], array[child_id], array[child_id],
      'PERMITTED', array['REFERRAL'], '1')::access.audited] from held`;

async function compareRows(admin: Client, url: string, today: string, bare: Way): Promise<Compared> {
  const clients = Array.from({ length: writers }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const write: Way['write'] = async ([id], writer) => {
    await clients[writer]?.query({ name: 'rows', text: rowsOfAChange, values: [id, today] });
  };
  try {
    const ids = await idsOf(admin, `status in ('ACCEPTED_WAITING', 'SEEN_FIRST', 'DISCHARGED')`);
    return await compare({ ids, write }, bare);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
