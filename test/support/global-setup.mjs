import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How many children the tests' own area has. */
const children = 120;

/** Faster than a server may be that has something to lose. */
const settings = { fsync: 'off', full_page_writes: 'off' };

/**
 * A real PostgreSQL for every worker, each with two databases to copy from: one migrated and empty, one with a small
 * sample area loaded through the same door as in production. One for all would make suites wait for each other: an event
 * is not read before every transaction of its server that began earlier has ended, and some suites keep one open long.
 * Runs from dist, which `pretest` has just built.
 */
export default async function setUp({ maxWorkers }) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  chmodSync(dataDir, 0o755);
  const { startEmbeddedPostgres } = await import('../../dist/platform/embedded-server/embedded-postgres.js');
  const { prepareTemplates } = await import('../../dist/test/support/templates.js');
  const start = (dataDir) => startEmbeddedPostgres({ dataDir, settings });
  const servers = [await start(path.join(dataDir, '1'))];
  globalThis.hubTest = { servers, dataDir };
  try {
    const { dataDir: home, adminUrl } = servers[0];
    const area = await prepareTemplates({ adminUrl, dataDir: home, children });
    writeFileSync(path.join(home, 'area.json'), JSON.stringify(area));
    if (maxWorkers > 1) {
      await servers[0].stop();
      for (let n = 2; n <= maxWorkers; n++) {
        execFileSync('cp', ['-a', home, `${home}-${n}`]);
        // The copy finds a port of its own.
        rmSync(path.join(`${home}-${n}`, 'postgres-port'));
        servers.push(await start(`${home}-${n}`));
      }
      servers[0] = await start(path.join(dataDir, '1'));
    }
  } catch (error) {
    await Promise.all(servers.map((server) => server.stop()));
    throw error;
  }
  process.env.HUB_TEST_SERVERS = JSON.stringify(servers.map(({ adminUrl }) => adminUrl));
  process.env.HUB_TEST_DATA_DIR = servers[0].dataDir;
}
