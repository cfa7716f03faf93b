import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Feeds } from '../../platform/events/feeds.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let feeds: Feeds | null = null;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  // By themselves the feeds look once an hour: in a test, never.
  Object.assign(hub.environment, { eventPollMs: 3_600_000 });
  child = await arrangeChild(hub.admin);
  feeds = await hub.assembly.feeds();
  feeds?.start();
});

afterAll(async () => {
  await feeds?.stop();
  await hub.close();
});

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Says, as `access.emit` does, that records were linked, and answers the transaction it was said in. */
async function say(client = hub.admin, notice = true): Promise<string> {
  const { rows } = await client.query<{ xid: string }>(
    `with said as (insert into partnership.outbox (topic, child_id) values ('child-linked', $1) returning xid, seq)
     select xid::text, case when $2 then pg_notify('hub_partnership', seq::text) end from said`,
    [child, notice],
  );
  return rows[0]?.xid ?? '';
}

/** Who of those that hear of links has heard what was said in this transaction. */
async function heard(xid: string): Promise<string[]> {
  const { rows } = await hub.admin.query<{ consumer: string }>(
    `select consumer from (select * from partnership.event_position union all select * from education.event_position
       union all select * from virtual_school.event_position) p
     where domain = 'PARTNERSHIP' and xid >= $1::text::xid8 order by 1`,
    [xid],
  );
  return rows.map(({ consumer }) => consumer);
}

const everyone = [
  'attention-feed',
  'change-feed',
  'cohort-feed',
  'death-feed',
  'linked-rolls',
  'notice-feed',
  'pep-duty',
  'quality-feed',
  'team-feed',
];

async function untilHeard(xid: string): Promise<void> {
  while ((await heard(xid)).length < everyone.length) await soon();
  expect(await heard(xid)).toEqual(everyone);
}

/** The connections that notices are heard on. */
async function listening(): Promise<number[]> {
  const { rows } = await hub.admin.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  return rows.map(({ pid }) => pid);
}

async function untilListening(but: readonly number[] = []): Promise<number[]> {
  for (;;) {
    const found = await listening();
    if (found.length > 0 && !found.some((pid) => but.includes(pid))) return found;
    await soon();
  }
}

describe('what a domain says', () => {
  afterEach(() => untilListening());

  it('is heard by everyone, on one connection of the process', async () => {
    expect(await untilListening()).toHaveLength(1);
    await untilHeard(await say());
  });

  it('is heard when the connection was lost, be it said while nobody listened', async () => {
    const lost = await untilListening();
    await hub.admin.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [lost]);
    const meanwhile = await say(hub.admin, false);
    await untilListening(lost);
    await untilHeard(meanwhile);
    await untilHeard(await say());
  });

  it('is heard by itself once an older transaction has ended, of which nobody gives notice', async () => {
    const older = await hub.appClient(Domain.HEALTH);
    await older.query('begin; select pg_current_xact_id()');
    const xid = await say();
    for (let looks = 0; looks < 20; looks += 1) await soon();
    expect(await heard(xid)).toEqual([]);
    await older.query('rollback');
    await untilHeard(xid);
  });

  it('is not needed to be heard for a hub to end', async () => {
    const another = await hub.assembly.feeds();
    another?.start();
    await another?.stop();
    await feeds?.stop();
    expect(await listening()).toEqual([]);
    feeds = await hub.assembly.feeds();
    feeds?.start();
  });
});
