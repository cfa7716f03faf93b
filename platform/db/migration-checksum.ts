import type { Client } from 'pg';
import path from 'node:path';
import { productRoot } from '../config/product-root.js';
import { InvalidInput } from '../errors/hub-error.js';
import { fileNameOf, migrationFiles } from './migration-file.js';

/** What of TypeORM's table of a schema is there: nothing before its first migration, no checksums before they were kept. */
async function stateOf(admin: Client, schema: string): Promise<'absent' | 'without' | 'with'> {
  const { rows } = await admin.query<{ there: boolean; sums: boolean }>(
    `select to_regclass($1) is not null there, exists (
       select from pg_attribute where attrelid = to_regclass($1) and attname = 'checksum' and not attisdropped) sums`,
    [`"${schema}".migration`],
  );
  if (rows[0]?.there !== true) return 'absent';
  return rows[0].sums ? 'with' : 'without';
}

/**
 * Refuses where a migration that was applied to this database is not the one in the folder any more: what it says
 * would be true of new databases alone. Reads only.
 *
 * @throws InvalidInput in one sentence that names the file
 */
export async function refuseEditedMigrations(admin: Client, schema: string, folder: string): Promise<void> {
  if ((await stateOf(admin, schema)) !== 'with') return;
  const { rows } = await admin.query<{ name: string; checksum: string }>(
    `select name, checksum from "${schema}".migration where checksum is not null order by id`,
  );
  const files = new Map(migrationFiles(folder).map((file) => [file.name, file]));
  for (const { name, checksum } of rows) {
    const file = files.get(name);
    if (!file) {
      const gone = path.join(path.relative(productRoot, folder), fileNameOf(name));
      throw new InvalidInput(
        `The migration ${gone} was applied to this database and is gone: put it back, or run the version of the hub that has it.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new InvalidInput(
        `The migration ${file.file} was changed after it was applied to this database: put its text back, and write the change as a new migration.`,
      );
    }
  }
}

/**
 * Keeps the checksum of every applied migration that has none: of those just applied, and, in a database from before
 * there were checksums, of what the folder says now.
 */
export async function keepChecksums(admin: Client, schema: string, folder: string): Promise<void> {
  if ((await stateOf(admin, schema)) === 'without')
    await admin.query(`alter table "${schema}".migration add column checksum text`);
  const files = migrationFiles(folder);
  await admin.query(
    `update "${schema}".migration m set checksum = f.checksum
     from unnest($1::text[], $2::text[]) f(name, checksum) where m.name = f.name and m.checksum is null`,
    [files.map(({ name }) => name), files.map(({ checksum }) => checksum)],
  );
}
