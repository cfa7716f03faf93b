import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { rolePrefix } from '../support/templates.js';

let hub: TestHub;
let running: ChildProcess | null = null;

const built = (file: string): string => pathToFileURL(path.join(productRoot, 'dist', file)).href;

/** The hub's feeds in a process of their own, as built: they hear all there is to hear, and end. */
const program = `
  await import('reflect-metadata');
  const { assemble } = await import('${built('cli/assemble.js')}');
  const { manifests } = await import('${built('cli/domains.js')}');
  const { catchUp } = await import('${built('platform/events/catch-up.js')}');
  const { createLog } = await import('${built('platform/telemetry/log.js')}');
  const { readEnvironment } = await import('${built('platform/config/environment.js')}');
  const { environment, ...given } = JSON.parse(process.env.FEEDS);
  Object.assign(given, { environment: { ...readEnvironment(), ...environment } });
  const hub = await assemble({ ...given, log: createLog('silent'), here: manifests.map(({ domain }) => domain) });
  await catchUp(await hub.relays());
  await hub.close();
  process.exit(0);
`;

function feeds(): ChildProcess {
  const given = JSON.stringify({ environment: hub.environment, adminUrl: hub.adminUrl, rolePrefix });
  running = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: productRoot,
    env: { PATH: process.env['PATH'] ?? '', FEEDS: given },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return running;
}

async function heardToTheEnd(): Promise<void> {
  const [code] = (await once(feeds(), 'close')) as [number | null];
  expect(code).toBe(0);
}

/** Ends the feeds as a power cut does, once a row of a table is being written by them, and waits until their work is undone. */
async function killedWhileWriting(table: string, when: 'insert' | 'update' | 'insert or update'): Promise<void> {
  await hub.admin.query(
    `create function partnership.linger() returns trigger language plpgsql as $$ begin perform pg_sleep(0.2); return new; end $$;
     grant execute on function partnership.linger() to public;
     create trigger linger before ${when} on partnership.${table} for each row execute function partnership.linger()`,
  );
  const child = feeds();
  const closed = once(child, 'close');
  for (let nth = 0; nth < 2; nth += 1) await until(1);
  child.kill('SIGKILL');
  await closed;
  await until(0);
  await hub.admin.query('drop function partnership.linger() cascade');
}

/** Waits until so many of the hub's connections linger within a write. */
async function until(many: number): Promise<void> {
  for (;;) {
    const { rows } = await hub.admin.query<{ n: number }>(
      `select count(*)::int n from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );
    if (Math.min(rows[0]?.n ?? 0, 1) === many) return;
    if (many > 0) expect(running?.exitCode ?? null).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function suspended(startedOn: string): Promise<void> {
  for (const child of children)
    await hub.admin.query(
      `with said as (insert into education.outbox (topic, child_id) values ('suspension-changed', $1))
       insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'SUSPENSION', 1, 'AM', 2, now())`,
      [child, place.school, startedOn],
    );
}

/** How many notices there are of each day, and of how many children. */
async function notices(): Promise<string[]> {
  const { rows } = await hub.admin.query<{ told: string }>(
    `select happened_on || ' ' || count(*) || ' of ' || count(distinct child_id) as told from partnership.notice group by happened_on order by 1`,
  );
  return rows.map(({ told }) => told);
}

const children: string[] = [];

beforeAll(async () => {
  hub = await testHub();
  for (let nth = 0; nth < 12; nth += 1) children.push(await arrangeChild(hub.admin));
});

afterAll(async () => {
  if (running?.exitCode === null && running.signalCode === null) running.kill('SIGKILL');
  await hub.close();
});

// Each is told to a social worker, and in the virtual school to its head and to an adviser.
const all = (day: string): string => `${day} 36 of 12`;

describe('the feed of notices, killed amid a burst of suspensions', () => {
  it('has told of none by halves, and tells of all when it is started again', async () => {
    await suspended('2026-11-02');
    await killedWhileWriting('notice', 'insert');
    expect(await notices()).toEqual([]);
    await heardToTheEnd();
    expect(await notices()).toEqual([all('2026-11-02')]);
  });

  it('raises no second one where it had told of all and not yet said so', async () => {
    await suspended('2026-11-04');
    await killedWhileWriting('event_position', 'insert or update');
    await heardToTheEnd();
    expect(await notices()).toEqual([all('2026-11-02'), all('2026-11-04')]);
  });

  it('loses none and raises no second one where all is heard again, and it is killed in that', async () => {
    await suspended('2026-11-06');
    await hub.admin.query(`delete from partnership.event_position where consumer = 'notice-feed'`);
    await killedWhileWriting('notice', 'insert');
    await heardToTheEnd();
    await hub.admin.query(`delete from partnership.event_position where consumer = 'notice-feed'`);
    await heardToTheEnd();
    expect(await notices()).toEqual([all('2026-11-02'), all('2026-11-04'), all('2026-11-06')]);
  });
});
