import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { setting } from './setting.js';
import { rolePrefix, urlOf } from './templates.js';

/** A database of a test's own, copied from a template; it is dropped with whoever is still connected. */
export async function databaseCopy(
  template: string,
): Promise<{ readonly adminUrl: string; readonly drop: () => Promise<void> }> {
  const serverUrl = setting('HUB_TEST_ADMIN_URL');
  const name = `${rolePrefix}_${randomUUID().slice(0, 8)}`;
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database "${name}" template "${template}" strategy file_copy`);
  // A copy has its template's rights in everything but the database itself.
  await run(`revoke temporary on database "${name}" from public`);
  return { adminUrl: urlOf(serverUrl, name), drop: () => run(`drop database "${name}" with (force)`) };
}
