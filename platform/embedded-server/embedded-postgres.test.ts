import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { isServerOf } from './running-server.js';
import { serverAccount } from './server-account.js';
import { stopServer } from './stop-server.js';

const settings = { fsync: 'off', shared_buffers: '16MB' };

let scratch: string;
let dataDir: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'embedded postgres é-'));
  chmodSync(scratch, 0o755);
  dataDir = join(scratch, 'hub');
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

async function start(port?: number): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, port, settings });
}

async function select<T>(database: EmbeddedPostgres, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  // A server that is killed ends its connections with an event of their own.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ value: T }>(sql)).rows.map((row) => row.value);
  } finally {
    await client.end();
  }
}

function commandOf(pid: number): string[] {
  return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
    .split('\0')
    .slice(0, -1);
}

async function kill(database: EmbeddedPostgres): Promise<void> {
  process.kill(database.pid, 'SIGKILL');
  while (isServerOf(database.pid, join(database.dataDir, 'postgres'))) await delay(5);
}

describe('the embedded database', () => {
  it('starts in a path of any letters, answers, and keeps its data over a stop', async () => {
    const first = await start();
    expect(first).toMatchObject({ dataDir, attached: false, movedTo: undefined });
    expect(first.port).toBeLessThan(32_768);
    await select(first, 'create table kept as select 7 as value');
    await first.stop();
    await first.stop();
    expect(isServerOf(first.pid, join(dataDir, 'postgres'))).toBe(false);

    const second = await start();
    expect(await select(second, 'select value from kept')).toEqual([7]);
    await second.stop();
  });

  it('is found again where it was, after a stop and after a kill, by whoever was connected to it', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.adminUrl).toBe(first.adminUrl);
    await kill(second);
    const third = await start();
    expect(third.adminUrl).toBe(first.adminUrl);
    await third.stop();
  });

  it('takes another port where a stranger has taken its own, and keeps that one', async () => {
    const before = await start();
    await before.stop();
    const stranger = createServer().listen(before.port, '127.0.0.1');
    await once(stranger, 'listening');
    const moved = await start();
    expect(moved.port).not.toBe(before.port);
    expect(await select(moved, 'select 1 as value')).toEqual([1]);
    await moved.stop();
    stranger.close();
    await once(stranger, 'close');
    const again = await start();
    expect(again.port).toBe(moved.port);
    await again.stop();
  });

  it('leaves in the data directory a cluster, a password for its owner alone, a log, and nothing half-made', () => {
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres-password', 'postgres-port', 'postgres.log']);
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres-password')).uid).toBe(process.getuid?.());
    expect(readFileSync(join(dataDir, 'postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#].*\btrust\b/m);
  });

  it('listens on 127.0.0.1 alone, in UTF-8 and locale C, by password only, with the settings always given', async () => {
    const database = await start();
    const setting = (name: string): Promise<string[]> => select(database, `select current_setting('${name}') as value`);
    expect(await setting('listen_addresses')).toEqual(['127.0.0.1']);
    expect(await setting('unix_socket_directories')).toEqual(['']);
    expect(await setting('server_encoding')).toEqual(['UTF8']);
    expect(await setting('jit')).toEqual(['off']);
    expect(await setting('synchronous_commit')).toEqual(['on']);
    expect(await setting('shared_buffers')).toEqual(['16MB']);
    expect(await select(database, `select datcollate as value from pg_database`)).toEqual(['C', 'C', 'C']);
    const wrong = { ...database, adminUrl: database.adminUrl.replace(/:[^:@]+@/, ':guess@') };
    await expect(select(wrong, 'select 1 as value')).rejects.toThrow('password authentication failed');
    await database.stop();
  });

  it('survives kill -9, and a pid file whose number a stranger has since been given', async () => {
    const killed = await start();
    await select(killed, 'create table committed as select 8 as value');
    await kill(killed);
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const stranger = spawnSync('/bin/sh', ['-c', 'sleep 20 >/dev/null 2>&1 & echo $!'], {
      ...serverAccount(dataDir),
      cwd: '/',
    });
    const strangerPid = Number(stranger.stdout.toString());
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(killed.pid), String(strangerPid)));

    const next = await start();
    expect(await select(next, 'select value from committed')).toEqual([8]);
    expect(process.kill(strangerPid, 'SIGKILL')).toBe(true);
    await next.stop();
  });

  it('shares the server of a living process, and leaves it running', async () => {
    const owner = await start();
    const guest = await start();
    expect(guest).toMatchObject({ pid: owner.pid, port: owner.port, attached: true });
    await guest.stop();
    expect(await select(owner, 'select 1 as value')).toEqual([1]);
    await owner.stop();
  });

  it('makes one database when two start at the same instant', async () => {
    const asked = { dataDir: join(scratch, 'two'), settings };
    const both = await Promise.all([startEmbeddedPostgres(asked), startEmbeddedPostgres(asked)]);
    expect(both.map((one) => one.attached).sort()).toEqual([false, true]);
    for (const one of both) expect(await select(one, 'select 1 as value')).toEqual([1]);
    await Promise.all(both.map((one) => one.stop()));
    expect(readdirSync(asked.dataDir).sort()).toEqual([
      'postgres',
      'postgres-password',
      'postgres-port',
      'postgres.log',
    ]);
  });

  it('stops the server that a killed process left running, and starts its own', async () => {
    const model = await start();
    const [command = '', ...args] = commandOf(model.pid);
    await model.stop();
    const script = ['-c', '"$0" "$@" >/dev/null 2>&1 & echo $!', command, ...args];
    const shell = spawnSync('/bin/sh', script, { ...serverAccount(join(dataDir, 'postgres')), cwd: '/' });
    const orphan = Number(shell.stdout.toString());
    while (!existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) await delay(10);

    const next = await start(model.port);
    expect(next).toMatchObject({ attached: false, port: model.port });
    expect(next.pid).not.toBe(orphan);
    expect(isServerOf(orphan, join(dataDir, 'postgres'))).toBe(false);
    expect(await select(next, 'select value from kept')).toEqual([7]);
    await next.stop();
  });

  it('ends a server that does not stop in order by immediate shutdown', async () => {
    const database = await start();
    const client = new pg.Client({ connectionString: database.adminUrl });
    client.on('error', () => undefined);
    await client.connect();
    const pid = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    const log = (): string => readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    const stopping = stopServer(database.pid, join(dataDir, 'postgres'), 300);
    while (!log().includes('received immediate shutdown request')) await delay(5);
    process.kill(pid, 'SIGCONT');
    await stopping;
    while (isServerOf(database.pid, join(dataDir, 'postgres'))) await delay(5);
  });
});
