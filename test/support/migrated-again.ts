import path from 'node:path';
import { expect } from '@jest/globals';
import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { productRoot } from '../../platform/config/product-root.js';
import { sqlMigrations } from '../../platform/db/sql-migration.js';
import { rolePrefix } from './templates.js';

/** Runs one migration of a folder once more, as the tables' owner, on a hub that was put back to what stood before it. */
export async function migrateAgain(admin: Client, folder: string, owner: string, name: string): Promise<void> {
  const all = sqlMigrations(path.join(productRoot, folder), owner, { prefix: rolePrefix, owner });
  const migrations = all.map((One) => new One()).filter((one) => one.name?.includes(name));
  expect(migrations).toHaveLength(1);
  const runner = { query: (sql: string) => admin.query(sql) } as unknown as QueryRunner;
  await admin.query('begin');
  await migrations[0]?.up(runner);
  await admin.query('commit');
}
