import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataHome } from './data-home.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { packagedBinaries } from './packaged-binaries.js';
import { PostgresStartFailure } from './postgres-start-failure.js';
import { serverAccount } from './server-account.js';
import { usableBinaries } from './usable-binaries.js';

const asRoot = process.getuid?.() === 0 ? it : it.skip;
const settings = { fsync: 'off', shared_buffers: '16MB' };

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
  chmodSync(scratch, 0o755);
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

async function failure(starting: Promise<unknown>): Promise<PostgresStartFailure> {
  const error = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PostgresStartFailure)) throw new Error('expected a PostgresStartFailure', { cause: error });
  expect(error.message).not.toContain('\n');
  return error;
}

describe('a start that fails', () => {
  it('names the port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const error = await failure(startEmbeddedPostgres({ dataDir: join(scratch, 'port'), port, settings }));
    taken.close();
    expect(error.reason).toBe('port-in-use');
    expect(error.message).toContain(`Port ${String(port)} of 127.0.0.1 is in use`);
  });

  it('says when the data directory cannot be written to', async () => {
    const error = await failure(startEmbeddedPostgres({ dataDir: '/dev/null/x' }));
    expect(error.reason).toBe('data-directory-not-writable');
    expect(error.message).toContain('/dev/null/x cannot be written to (ENOTDIR: not a directory)');
  });

  it('says when another major version made the database, and leaves it as it is', async () => {
    const old = join(scratch, 'old');
    mkdirSync(join(old, 'postgres'), { recursive: true });
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '15\n');
    writeFileSync(join(old, 'postgres-password'), 'kept\n');
    const error = await failure(startEmbeddedPostgres({ dataDir: old }));
    expect(error.reason).toBe('other-major-version');
    expect(error.message).toContain('was made by PostgreSQL 15 and this is 18');
    expect(readdirSync(join(old, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('makes no second password for a database whose own is gone', async () => {
    const orphaned = join(scratch, 'no-password');
    mkdirSync(join(orphaned, 'postgres'), { recursive: true });
    writeFileSync(join(orphaned, 'postgres', 'PG_VERSION'), '18\n');
    expect((await failure(startEmbeddedPostgres({ dataDir: orphaned }))).reason).toBe('password-missing');
    expect(readdirSync(orphaned)).toEqual(['postgres']);
  });

  it('leaves nothing half-written when initdb fails or was killed before', async () => {
    const half = join(scratch, 'half');
    mkdirSync(join(half, 'postgres', 'something else'), { recursive: true });
    mkdirSync(join(half, 'new-1999999999-killed'));
    expect((await failure(startEmbeddedPostgres({ dataDir: half, settings }))).reason).toBe('initdb-failed');
    expect(readdirSync(half).sort()).toEqual(['postgres', 'postgres-password']);
  });
});

describe("a path the server's account cannot enter", () => {
  asRoot('moves the data to /var/tmp, says so, and finds it there again', async () => {
    const locked = join(scratch, 'locked');
    mkdirSync(locked, { mode: 0o700 });
    const asked = { dataDir: join(locked, 'hub'), settings };
    const { spare } = dataHome(asked.dataDir);
    try {
      const first = await startEmbeddedPostgres(asked);
      expect(spare).toMatch(/^\/var\/tmp\/hub-[0-9a-f]{12}$/);
      expect(first).toMatchObject({ dataDir: spare, movedTo: spare });
      const made = statSync(join(spare, 'postgres')).ino;
      await first.stop();
      chmodSync(locked, 0o755);
      const second = await startEmbeddedPostgres(asked);
      expect(second.movedTo).toBe(spare);
      expect(statSync(join(spare, 'postgres')).ino).toBe(made);
      await second.stop();
    } finally {
      rmSync(spare, { recursive: true, force: true });
    }
  });

  asRoot('never leaves a database behind for an empty one', async () => {
    const locked = join(scratch, 'locked-later');
    mkdirSync(join(locked, 'postgres'), { recursive: true });
    writeFileSync(join(locked, 'postgres', 'PG_VERSION'), '18\n');
    chmodSync(locked, 0o700);
    const error = await failure(startEmbeddedPostgres({ dataDir: locked }));
    expect(error.message).toMatch(/user \d+ has no way to the database in it/);
  });

  asRoot('moves the programs to /var/tmp', async () => {
    const native = join(scratch, 'root only', 'native');
    mkdirSync(join(scratch, 'root only'), { mode: 0o700 });
    cpSync(packagedBinaries(), native, { recursive: true, verbatimSymlinks: true });
    const home = dataHome(join(scratch, 'reachable'));
    try {
      const binaries = await usableBinaries(native, home);
      expect(binaries).toMatchObject({
        copied: true,
        postgres: join(home.spare, 'postgresql-18.4', 'bin', 'postgres'),
      });
      expect(readdirSync(home.spare)).toEqual(['postgresql-18.4']);
    } finally {
      rmSync(home.spare, { recursive: true, force: true });
    }
  });

  asRoot('refuses a directory in /var/tmp that another user made there first', async () => {
    const locked = join(scratch, 'locked-again');
    mkdirSync(locked, { mode: 0o700 });
    const { spare } = dataHome(locked);
    rmSync(spare, { recursive: true });
    const planted = spawnSync('mkdir', [spare], { ...serverAccount(spare), cwd: '/' });
    expect(planted.status).toBe(0);
    try {
      const error = await failure(startEmbeddedPostgres({ dataDir: locked }));
      expect(error.message).toContain(`${spare} cannot be written to (it belongs to another user)`);
    } finally {
      rmSync(spare, { recursive: true });
    }
  });
});
