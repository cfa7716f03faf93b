import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How many children the tests' own area has. */
const children = 120;

/**
 * One real PostgreSQL for the whole run, with two databases to copy from: one migrated and empty, one with a small
 * sample area loaded through the same door as in production. Runs from dist, which `pretest` has just built.
 */
export default async function setUp() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  chmodSync(dataDir, 0o755);
  const { startEmbeddedPostgres } = await import('../../dist/platform/embedded-server/embedded-postgres.js');
  const { prepareTemplates } = await import('../../dist/test/support/templates.js');
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', full_page_writes: 'off' } });
  globalThis.hubTest = { server, dataDir };
  try {
    const area = await prepareTemplates({ adminUrl: server.adminUrl, dataDir: server.dataDir, children });
    writeFileSync(path.join(server.dataDir, 'area.json'), JSON.stringify(area));
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env.HUB_TEST_ADMIN_URL = server.adminUrl;
  process.env.HUB_TEST_DATA_DIR = server.dataDir;
}
