import { Client } from 'pg';
import { median } from './median.js';
import type { StartedHub } from './started-hub.js';
import { ask } from './waits-questions.js';

const writers = 16;
// Short enough that a bare UPDATE of a quiet machine leaves rows for every round.
const roundMs = 1500;
const rounds = 3;

const change = `mutation Change($input: UpdateWaitingListEntryInput!) { updateWaitingListEntry(input: $input) {
  __typename ... on WaitingListEntryUpdated { entry { id status version weeksWaiting } } } }`;

/** What a round of one way came to. */
interface Round {
  readonly done: number;
  readonly perSecond: number;
  readonly p95: number;
}

/** How the two ways compare, in one run. */
export interface Compared {
  readonly hub: Round;
  readonly bare: Round;
  readonly ratio: number;
}

/** Sixteen at once, each on the next row that nobody has had, until the time is over. */
async function round(
  ids: Iterator<string, undefined>,
  write: (id: string, writer: number) => Promise<void>,
): Promise<Round> {
  const took: number[] = [];
  const began = performance.now();
  const until = began + roundMs;
  const one = async (writer: number): Promise<void> => {
    while (performance.now() < until) {
      const { value } = ids.next();
      if (value === undefined) throw new Error('There are not enough entries to write on.');
      const from = performance.now();
      await write(value, writer);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => one(writer)));
  const seconds = (performance.now() - began) / 1000;
  const sorted = took.sort((a, b) => a - b);
  return {
    done: sorted.length,
    perSecond: sorted.length / seconds,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}

const middle = (all: readonly Round[]): Round => ({
  done: all.reduce((sum, { done }) => sum + done, 0),
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p95: median(all.map(({ p95 }) => p95)),
});

/** Refuses the figure where what was answered is not what stands: each change with its step, its event and its permit. */
async function stands({ admin }: StartedHub, done: number): Promise<void> {
  const { rows } = await admin.query<Readonly<Record<string, number>>>(
    `select (select count(*)::int from health.waiting_list_entry where status = 'TRIAGE' and version = 2) rows,
       (select count(*)::int from health.waiting_list_change where to_status = 'TRIAGE') steps,
       (select count(*)::int from health.wait_interval where status = 'TRIAGE') days,
       (select count(*)::int from health.outbox where topic = 'waiting-list-entry-changed') events,
       (select count(*)::int from health.audit where operation = 'updateWaitingListEntry') permits`,
  );
  const counted = Object.entries(rows[0] ?? {}).filter(([, count]) => count !== done);
  if (counted.length > 0 || done === 0)
    throw new Error(`Of ${String(done)} changes not all stand: ${JSON.stringify(rows[0])}. There is no figure.`);
}

/** In an order of no meaning, so that neighbours on a page of the table are not neighbours in time. */
async function idsOf({ admin }: StartedHub, which: string): Promise<Iterator<string, undefined>> {
  const { rows } = await admin.query<{ id: string }>(
    `select id from health.waiting_list_entry where ${which} order by md5(id::text)`,
  );
  return rows.map(({ id }) => id).values();
}

/** The whole mutation through the gateway, and a bare UPDATE of the same table on the same server, in turn. */
export async function compareWrites(
  hub: StartedHub,
  token: string,
  adminUrl: string,
  today: string,
): Promise<Compared> {
  const ids = await idsOf(hub, `status = 'REFERRED' and provider_ods = 'XAC01'`);
  const others = await idsOf(hub, `status <> 'REFERRED'`);
  const clients = Array.from({ length: writers }, () => new Client({ connectionString: adminUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  const byHub = async (id: string): Promise<void> => {
    const input = { id, expectedVersion: 1, idempotencyKey: id, to: 'TRIAGE', effectiveOn: today, nextStep: 'A call' };
    const { data } = await ask(hub, token, change, { input });
    const { __typename: said } = data['updateWaitingListEntry'] as { readonly __typename: string };
    if (said !== 'WaitingListEntryUpdated') throw new Error(`A change was not made: ${said}.`);
  };
  const bare = async (id: string, writer: number): Promise<void> => {
    await clients[writer]?.query({
      name: 'bare',
      text: `update health.waiting_list_entry set status = 'ON_HOLD', status_on = $2, next_step = 'A call', version = version + 1
        where id = $1`,
      values: [id, today],
    });
  };
  try {
    const all: { hub: Round; bare: Round }[] = [];
    for (let n = 0; n <= rounds; n += 1) all.push({ hub: await round(ids, byHub), bare: await round(others, bare) });
    await stands(
      hub,
      all.reduce((sum, one) => sum + one.hub.done, 0),
    );
    // The first of each warms up.
    const counted = all.slice(1);
    const ratio = median(counted.map((one) => one.hub.perSecond / one.bare.perSecond));
    return { hub: middle(counted.map((one) => one.hub)), bare: middle(counted.map((one) => one.bare)), ratio };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
