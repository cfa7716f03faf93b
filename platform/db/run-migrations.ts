import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { keepChecksums } from './migration-checksum.js';
import { sqlMigrations } from './sql-migration.js';

/** Where the hand-written SQL of one schema's tables stands, and who owns them. */
export interface SchemaMigrations {
  readonly schema: string;
  readonly folder: string;
  readonly owner: string;
}

/** Applies what was not applied yet, each migration in a transaction of its own, and keeps their checksums. */
export async function runMigrations(
  admin: Client,
  adminUrl: string,
  { schema, folder, owner }: SchemaMigrations,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema,
    migrationsTableName: 'migration',
    migrations: sqlMigrations(folder, owner, words),
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
  await keepChecksums(admin, schema, folder);
}
